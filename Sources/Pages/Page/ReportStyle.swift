internal import Wording

/// The look of the page, on a screen and on A4. Colours are safe for colour-blind readers: what
/// fails is a dark vermilion with hatching, what passes a light blue, and each verdict has its sign.
enum ReportStyle {
  static let source: StaticString = """
    :root {
      --ink: #1b2530; --soft: #55606b; --line: #c9cdd1; --hair: #e2e5e7; --sheet: #fff;
      --desk: #eceeef; --accent: #17425c; --fail: #b8431a; --pass: #9cc4de; --pass-ink: #1f5f8b;
      --unknown: #767c83; --na: #e6e7e5;
      --sans: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei",
        "Helvetica Neue", Arial, sans-serif;
      --serif: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, Georgia, serif;
    }
    * { box-sizing: border-box; }
    html { background: var(--desk); -webkit-text-size-adjust: 100%; }
    body {
      counter-reset: section; max-width: 1120px; margin: 24px auto; padding: 44px 52px 56px; background: var(--sheet);
      color: var(--ink); font: 14px/1.55 var(--sans); font-variant-numeric: tabular-nums;
      box-shadow: 0 1px 3px rgb(27 37 48 / 18%);
    }
    a { color: var(--accent); }
    header { border-bottom: 2px solid var(--accent); padding-bottom: 18px; }
    .kind { margin: 0; color: var(--accent); font-weight: 500; letter-spacing: .02em; }
    h1 { margin: 2px 0 14px; font: 600 32px/1.25 var(--serif); }
    h2 { margin: 40px 0 10px; font: 600 20px/1.3 var(--serif); color: var(--accent);
      counter-increment: section; }
    h2::before { content: counter(section) ". "; }
    :lang(zh) h2::before { content: counter(section, cjk-ideographic) "、"; }
    .notice { margin: 0 0 14px; padding: 8px 12px; border-left: 3px solid var(--fail);
      background: #fbf3ee; }
    .basis { display: grid; grid-template-columns: max-content 1fr; gap: 3px 20px; margin: 0; }
    .basis dt { color: var(--soft); }
    .basis dd { margin: 0; }
    .documents { margin: 0; padding: 0; list-style: none; }
    .documents .title { font-weight: 500; }
    .day { white-space: nowrap; }
    .lead { font: 400 17px/1.6 var(--serif); margin: 6px 0 14px; max-width: 62em; }
    .small, small { font-size: 12px; color: var(--soft); }
    .scroll { overflow-x: auto; margin: 0 0 20px; }
    table { width: 100%; border-collapse: collapse; font-size: 12.5px; line-height: 1.4; }
    caption { text-align: left; padding: 10px 0 6px; font-weight: 600; font-size: 13.5px; }
    th, td { padding: 5px 8px; text-align: left; vertical-align: top;
      border-bottom: 1px solid var(--hair); }
    thead th { border-top: 1.5px solid var(--ink); border-bottom: 1px solid var(--ink);
      font-weight: 500; color: var(--soft); vertical-align: bottom; }
    tbody tr:last-child > * { border-bottom: 1.5px solid var(--ink); }
    tbody th { font-weight: 500; min-width: 6em; }
    tbody th.n { min-width: 0; }
    thead th { word-break: keep-all; }
    .n { text-align: right; white-space: nowrap; }
    thead .n { white-space: normal; }
    .zero { color: #a3a9ae; }
    tr.sum > * { border-top: 1px solid var(--ink); font-weight: 600; }
    tr.sum .small { font-weight: 400; }
    thead [role=button] { cursor: pointer; }
    thead [role=button]:focus-visible { outline: 2px solid var(--accent); }
    th[aria-sort=ascending] span::after { content: " ▲"; }
    th[aria-sort=descending] span::after { content: " ▼"; }
    code { font: 11px/1.4 ui-monospace, "Noto Sans Mono", Consolas, monospace; }
    .id { display: block; font-weight: 400; overflow-wrap: anywhere; }
    th, td { overflow-wrap: break-word; }
    ul.plain { margin: 0; padding: 0; list-style: none; }
    ul.notes { padding-left: 1.2em; max-width: 70em; }
    .notes li { margin: 3px 0; }
    .ref { display: inline-block; min-width: 1.7em; margin: 0 3px 2px 0; padding: 0 4px;
      border: 1px solid var(--line); border-radius: 2px; text-align: center; font-size: 11.5px;
      text-decoration: none; }
    .refs { min-width: 84px; }
    .force, .label { display: inline-block; padding: 0 5px; border-radius: 2px; font-size: 11px;
      border: 1px solid var(--line); color: var(--soft); white-space: nowrap; }
    .force.binding { border-color: var(--ink); color: var(--ink); }
    .force.advisory { border-style: dashed; }
    .label { background: #eef3f6; border-color: #eef3f6; color: var(--accent); margin-left: 4px; }
    .clause, .required { min-width: 84px; }
    td.total { white-space: normal; min-width: 92px; }
    table.clauses td:nth-child(3) { min-width: 260px; }
    :target > * { background: #fdf6d8; }
    .verdict { white-space: nowrap; font-weight: 500; }
    .verdict b { display: inline-block; width: 1.5em; margin-right: 4px; text-align: center;
      border-radius: 2px; }
    .verdict.fail b { background: var(--fail); color: #fff; }
    .verdict.pass b { background: var(--pass); color: var(--ink); }
    .verdict.unknown b { background: #fff; box-shadow: inset 0 0 0 1.5px var(--unknown); }
    .verdict.not_applicable b { background: var(--na); }
    svg.bar { display: block; width: 100%; height: 5px; margin-top: 5px; }
    .barcell { min-width: 90px; }
    .barcell svg.bar { height: 10px; margin-top: 3px; }
    .bigbar svg.bar { height: 16px; margin: 0 0 6px; }
    .bar .fail { fill: var(--fail); } .bar .pass { fill: var(--pass); }
    .bar .unknown { fill: #b9bdc1; } .bar .not_applicable { fill: var(--na); }
    figure { margin: 0; }
    .map > svg { display: block; width: 100%; height: auto; border: 1px solid var(--line);
      background: #f5f6f4; }
    .map path { vector-effect: none; }
    .units path { fill: #fdfdfb; }
    .parcels path { stroke: #fff; stroke-width: 6; }
    .parcels.fail1 path { fill: url(#hatch1); stroke: #b8431a; stroke-width: 8; }
    .parcels.fail2 path { fill: url(#hatch2); stroke: #7d2c10; stroke-width: 8; }
    .parcels.fail3 path { fill: url(#hatch3); stroke: #4a1706; stroke-width: 8; }
    .parcels.pass path { fill: var(--pass); stroke: #7fa9c4; }
    .parcels.unknown path { fill: url(#dots); stroke: var(--unknown); }
    .parcels.not_applicable path { fill: var(--na); stroke: #c5c7c4; }
    .parcels path.t-f { fill: url(#hatch2); stroke: #7d2c10; stroke-width: 8; }
    .parcels path.t-u { fill: url(#dots); stroke: var(--unknown); stroke-width: 6; }
    .parcels path.t-p { fill: var(--pass); stroke: #7fa9c4; stroke-width: 6; }
    .parcels path.t-n { fill: var(--na); stroke: #c5c7c4; stroke-width: 6; }
    .choice { margin: 0 0 8px; } .choice select { font: inherit; max-width: 100%; }
    .map > svg.strip { border: 0; background: none; }
    .streetlines path { fill: none; stroke: #d9d3c3; stroke-width: 10; }
    #links path { fill: none; stroke: #17425c; stroke-width: 14; stroke-dasharray: 40 24; pointer-events: none; }
    #links circle { fill: none; stroke: #17425c; stroke-width: 26; pointer-events: none; }
    .worstnumbers circle { fill: #fff; stroke: #4a1706; stroke-width: 12; pointer-events: none; }
    .worstnumbers text { font: 700 120px var(--sans); text-anchor: middle; fill: #4a1706; pointer-events: none; }
    path[data-p], use[data-f] { cursor: pointer; }
    .finder input { font: inherit; width: 18em; max-width: 100%; }
    .finder small { display: block; }
    .answer { border: 1px solid var(--ink); padding: 10px 14px; margin: 10px 0; max-height: 460px; overflow-y: auto; }
    .answer .head { margin: 0; font-size: 15px; } .answer button { float: right; font: inherit; }
    .answer .head small { display: inline; } .answer p { margin: 2px 0 6px; } .answer li { padding: 4px 0; border-top: 1px solid var(--hair); }
    .answer li:focus-visible { outline: 2px solid var(--accent); } .answer small { display: block; }
    table.targets td:nth-child(2) { min-width: 240px; }
    table.streets th.n { white-space: normal; word-break: normal; min-width: 4.5em; text-wrap: balance; }
    .hatch1 rect { fill: #f2c9b4; } .hatch1 path { stroke: #d98a66; }
    .hatch2 rect { fill: #d2673b; } .hatch2 path { stroke: #e9a183; }
    .hatch3 rect { fill: #8a2f10; } .hatch3 path { stroke: #b8583a; }
    pattern[class^=hatch] path { stroke-width: 12; fill: none; }
    pattern.dots rect { fill: #fff; }
    pattern.dots path { fill: var(--unknown); }
    .cell { stroke: #fff; stroke-width: 6; }
    .share0 { fill: #d5dfe5; } .share1 { fill: #f0d3c3; } .share2 { fill: #dd9c7c; }
    .share3 { fill: #c15f36; } .share4 { fill: #7d2c10; }
    .borders path { fill: none; stroke: #4b555e; }
    .borders .community { stroke-width: 10; stroke-dasharray: 40 30; stroke: #8b949b; }
    .borders .street, .borders .township, .borders .planning { stroke-width: 16; }
    .borders .district { stroke-width: 26; } .borders .city, .borders .province { stroke-width: 34; }
    .facilities .ok { fill: #fff; stroke: #101a24; stroke-width: 20; }
    .facilities .fail { fill: #ffd24a; stroke: #101a24; stroke-width: 24; }
    .names text, .scale text, .north text { font-family: var(--sans); font-size: 150px;
      text-anchor: middle; fill: #2c3742; paint-order: stroke; stroke: #fff; stroke-width: 36;
      stroke-linejoin: round; }
    .plate { fill: #fff; fill-opacity: .88; }
    .scale path.rule { fill: none; stroke: var(--ink); stroke-width: 16; }
    .scale text { font-size: 130px; }
    .north path.arrow { fill: var(--ink); }
    .legend { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 10px 0 4px; padding: 0;
      list-style: none; font-size: 12.5px; }
    .swatch { width: 22px; height: 16px; margin-right: 6px; vertical-align: -3px; }
    .hashes code { overflow-wrap: anywhere; }
    .worst td:last-child { min-width: 20em; }
    .who { color: var(--soft); font-size: 12px; margin-left: 3px; white-space: nowrap; }
    @media screen and (max-width: 760px) {
      body { margin: 0; padding: 20px 16px; }
      .basis { grid-template-columns: 1fr; }
      .basis dt { margin-top: 6px; }
      table.cards, .cards tbody, .cards tr, .cards caption { display: block; }
      .cards thead { display: none; }
      .cards tr { padding: 7px 0; border-bottom: 1px solid var(--line); }
      .cards th, .cards td { display: block; position: relative; min-width: 0; min-height: 1.45em;
        padding: 1px 0 1px 8.6em; border: 0; text-align: left; white-space: normal; }
      .cards th::before, .cards td::before { content: attr(data-l); position: absolute; left: 0;
        width: 8em; color: var(--soft); font-size: 12px; font-weight: 400; }
      .cards.targets td:nth-child(2), .cards.clauses td:nth-child(3), .cards .refs, .cards .required,
      .cards .clause, .cards.worst td:last-child { min-width: 0; }
    }
    @page { size: A4; margin: 14mm 13mm 16mm; }
    @media print {
      .answer, .finder, .choice { display: none; }
      html { background: none; }
      body { max-width: none; margin: 0; padding: 0; box-shadow: none; font-size: 9.5pt;
        print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      h1 { font-size: 22pt; } h2 { font-size: 14pt; margin-top: 8mm; break-after: avoid; }
      .lead { font-size: 11.5pt; }
      .scroll { overflow: visible; }
      table { font-size: 7.8pt; } caption { font-size: 9pt; break-after: avoid; }
      th, td { padding: 1.1mm 1.4mm; }
      thead { display: table-header-group; }
      tr, figure, .legend { break-inside: avoid; }
      tbody tr:first-child { break-before: avoid; }
      .small, small, .who { font-size: 7.4pt; } code { font-size: 6.6pt; }
      .force, .label, .ref { font-size: 7pt; }
      .clause, .required, .refs, .barcell, table.clauses td:nth-child(3) { min-width: 0; }
      .worst td:last-child { min-width: 17em; }
      h2 + p { break-after: avoid; }
      .map > svg { max-height: 225mm; }
      table.targets td:nth-child(2) { min-width: 0; }
      a { color: inherit; text-decoration: none; }
    }
    """
}
