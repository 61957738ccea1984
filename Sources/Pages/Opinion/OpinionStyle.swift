/// What the sheet has beyond the look of all pages: a form with ruled cells, on A4.
enum OpinionStyle {
  static let source: StaticString = """
    body.sheet { max-width: 210mm; padding: 14mm 15mm 18mm; font-size: 13px; }
    .sheet header { border: 0; padding: 0; text-align: center; }
    .sheet h1 { font-size: 22px; margin: 0 0 14px; letter-spacing: .02em; text-wrap: balance; }
    .sheet:lang(en) h1 { font-size: 18px; letter-spacing: 0; }
    .sheet .notice { text-align: left; }
    .sheet h2 { font-size: 16px; margin: 22px 0 8px; padding-bottom: 3px;
      border-bottom: 1.5px solid var(--accent); }
    .sheet h3 { font: 600 13px/1.4 var(--sans); margin: 14px 0 4px; }
    .sheet table { font-size: 12px; border: 1px solid var(--ink); }
    .sheet th, .sheet td { border: 1px solid var(--line); padding: 4px 7px; min-width: 0;
      overflow-wrap: anywhere; }
    .sheet thead th { overflow-wrap: break-word; }
    .sheet thead th { background: #f0f3f5; color: var(--ink); border-color: var(--line); }
    .sheet tbody tr:last-child > * { border-bottom-color: var(--line); }
    .sheet .scroll { margin: 0 0 12px; }
    .sheet p { margin: 6px 0; }
    .facts th { background: #f0f3f5; width: 15%; white-space: nowrap; font-weight: 500; }
    .facts td { width: 35%; overflow-wrap: anywhere; }
    .bureau { margin: 0 0 4px; font: 600 17px/1.4 var(--serif); letter-spacing: .1em; }
    .number { margin: 0 0 8px; text-align: right; }
    .sheet .form h2 { margin-top: 14px; }
    .conclusion { border: 1px solid var(--ink); padding: 10px 14px; }
    .sheet .word { margin: 0; font-size: 15px; }
    .word b { font-size: 17px; }
    .sheet .closing { margin: 4px 0 10px; font-size: 13.5px; text-align: justify; }
    .duties th:nth-child(1) { width: 19%; } .duties th:nth-child(2) { width: 12%; }
    .duties th:nth-child(3) { width: 21%; }
    .duties tbody th small { display: block; font-weight: 400; }
    .duties li { margin: 0 0 3px; }
    .sheet table.duties { margin: 0; }
    .sheet ul.notes { margin: 4px 0; padding-left: 1.3em; max-width: none; }
    .sheet .verdicts { table-layout: fixed; }
    .verdicts th:nth-child(1) { width: 9mm; text-align: center; white-space: nowrap;
      padding-left: 0; padding-right: 0; }
    .verdicts th:nth-child(3) { width: 27mm; } .verdicts th:nth-child(4) { width: 28mm; }
    .verdicts th:nth-child(5) { width: 19mm; } .verdicts th:nth-child(6) { width: 24mm; }
    .verdicts tr.group th { width: auto; text-align: left; white-space: normal; padding: 4px 7px; background: #f8f9fa; font-weight: 500; }
    .verdicts td, .verdicts th { overflow-wrap: break-word; }
    .verdicts td.figure small, .verdictcell small { display: block; line-height: 1.35; }
    .cite { color: var(--soft); margin-right: 5px; }
    .remark { display: block; margin-top: 2px; }
    .sheet tr.long > * { border-bottom: 0; }
    .sheet tr.subjects > * { border-top: 0; padding-top: 0; }
    .subjects ul.plain { border-left: 2px solid var(--line); padding-left: 8px; font-size: 11.5px;
      color: var(--soft); }
    .subjects li b { color: var(--ink); font-weight: 500; }
    .columns { columns: 2; column-gap: 8mm; margin: 4px 0; padding: 0; list-style: none;
      font-size: 11px; color: var(--soft); }
    .columns li { break-inside: avoid; margin: 0 0 3px; overflow-wrap: anywhere; }
    .columns b { font-weight: 600; } .columns i { font-style: normal; color: var(--ink); }
    .flagnotes { display: grid; grid-template-columns: max-content 1fr; gap: 2px 10px;
      margin: 8px 0; font-size: 12px; }
    .flagnotes dd { margin: 0; }
    .sheet .hashes { table-layout: fixed; }
    .hashes th:first-child { width: 30%; overflow-wrap: anywhere; }
    .sheet caption { font-size: 12.5px; padding: 8px 0 4px; }
    .effects th:first-child, .loads th:first-child { width: 30mm; }
    .flips td:first-child { width: 42%; }
    .signatures { margin-top: 16px; break-inside: avoid; }
    .signatures .office i { display: inline-block; width: 62mm; border-bottom: 1px solid var(--ink); }
    .signatures .lines { display: grid; grid-template-columns: repeat(4, 1fr); gap: 8mm; margin: 6mm 0 4mm; }
    .signatures .lines div { display: flex; align-items: flex-end; white-space: nowrap; }
    .signatures .lines i { flex: 1; border-bottom: 1px solid var(--ink); height: 7mm; }
    .signatures em { font-style: normal; }
    .annex { margin-top: 30px; border-top: 1px solid var(--line); }
    .around path { stroke: #fff; stroke-width: 8; fill: #dcdfdd; }
    .around.same path { stroke: #b9bebb; }
    .around.gains path { fill: #d3e6f2; stroke: #7fa9c4; }
    .around.mends path { fill: var(--pass); stroke: #1f5f8b; stroke-width: 14; }
    .around.loses path { fill: #f7e2d6; stroke: #d98a66; }
    .around.changes path { fill: #ece6f2; stroke: #9a86ad; }
    .around.unsettles path { fill: var(--unknown); stroke: #6b5b12; stroke-width: 14; }
    .around.fails path, .around.breaks path { fill: url(#hatch1); stroke: #7d2c10; stroke-width: 14; }
    .plan path { fill: #ffe9a8; stroke: #8a5a00; stroke-width: 26; }
    .allowed path { fill: #2f8f5b; fill-opacity: .18; stroke: #1d6b41; stroke-width: 16;
      stroke-dasharray: 50 30; }
    .facilities.counted { fill: #fff; stroke: #101a24; stroke-width: 20; }
    .facilities.planned { fill: #17425c; stroke: #fff; stroke-width: 16; }
    .facilities.proposed { fill: #2f8f5b; stroke: #fff; stroke-width: 16; }
    @media screen and (max-width: 760px) {
      body.sheet { padding: 20px 14px; }
      .verdicts thead, .stages thead { display: none; }
      .verdicts, .verdicts caption, .verdicts tbody, .verdicts tr, .verdicts th, .verdicts td,
      .stages, .stages caption, .stages tbody, .stages tr, .stages th, .stages td { display: block; }
      .sheet .verdicts th:nth-child(n), .sheet .verdicts td:nth-child(n), .sheet .stages th:nth-child(n),
      .sheet .stages td:nth-child(n) { width: auto; border-width: 0 0 1px; text-align: left; padding: 4px 7px; }
      .sheet .subjects td.n { display: none; } .sheet .verdicts tr > th.n { background: #f2f5f7; }
      .sheet [data-l]::before { content: attr(data-l); display: block; color: var(--soft); font-size: 11px; }
      .columns { columns: 1; }
      .signatures .lines { grid-template-columns: 1fr 1fr; gap: 3mm 6mm; }
      .facts, .facts tbody, .facts tr, .facts th, .facts td { display: block; width: auto; }
      .facts th, .facts td { border-width: 0 0 1px; }
      .duties thead { display: none; }
      .duties tbody, .duties tr, .duties th, .duties td { display: block; width: auto; }
      .sheet .duties th:nth-child(n), .sheet .duties td:nth-child(n) { width: auto; border-width: 0 0 1px; }
    }
    @page { size: A4 portrait; margin: 14mm 13mm 16mm;
      @bottom-center { content: counter(page) " / " counter(pages); font: 8pt sans-serif;
        color: #55606b; } }
    @media print {
      body.sheet { padding: 0; max-width: none; font-size: 9.5pt; }
      .sheet h1 { font-size: 16pt; margin-bottom: 4mm; }
      .sheet:lang(en) h1 { font-size: 14pt; }
      .sheet h2 { font-size: 12pt; margin: 5mm 0 2mm; break-after: avoid; }
      .sheet h3 { font-size: 9.5pt; break-after: avoid; }
      .sheet table { font-size: 8.5pt; }
      .sheet th, .sheet td { padding: 1mm 1.6mm; }
      .sheet .lead { font-size: 11pt; }
      .form { break-after: page; }
      .annex { break-before: page; border: 0; margin: 0; }
      .sheet .form h2 { margin-top: 3mm; }
      .sheet .closing { font-size: 10pt; }
      .sheet .word { font-size: 11pt; } .word b { font-size: 12.5pt; }
      .sheet .small, .sheet small, .subjects ul.plain { font-size: 7.8pt; }
      .columns { font-size: 7.8pt; }
      .sheet .map > svg { max-height: 110mm; }
      .sheet .verdicts thead th { font-size: 8.2pt; }
      tr.long { break-after: avoid; }
      tr.group { break-after: avoid; }
    }
    """
}
