package import Documents

/// What is in each file of a publication.
package enum OutputWords {
  package static let changesPage = LocalizedText(
    en: "The comparison for readers: maps, clauses, compounds", zh: "对比结果（含前后分布图、逐条与逐小区变化）")
  package static let changesLayer = LocalizedText(
    en: "Parcels that changed, were added or are gone", zh: "有变化、新增和消失的居住小区")
  package static let changesTable = LocalizedText(
    en: "Every finding that changed, before and after", zh: "全部有变化的核查结果（前后对照）")
  package static let comparisonManifest = LocalizedText(
    en: "The two runs, their inputs that differ, counts", zh: "两次运行、输入差异与统计")
  package static let opinionJSON = LocalizedText(en: "The opinion for machines", zh: "审查意见（机器可读）")
  package static let opinionManifest = LocalizedText(
    en: "Inputs with their hashes, rule packs, versions", zh: "输入文件及其哈希、规则包、版本")
  package static let opinionSheet = LocalizedText(
    en: "The opinion for readers and for paper", zh: "审查意见表（可阅读、可打印）")
  package static let opinionPDF = LocalizedText(
    en: "The opinion on paper, where a browser is there to print it", zh: "审查意见表（PDF，需本机有浏览器）")
  package static let opinionWord = LocalizedText(
    en: "The opinion as a document of Word, to be edited", zh: "审查意见表（Word，可编辑）")
  package static let proposalPage = LocalizedText(
    en: "The proposal for readers: what to build, for whom, a map, how good it is",
    zh: "选址方案（建什么、服务谁、分布图及优劣）")
  package static let proposals = LocalizedText(
    en: "The facilities that are proposed; a scenario, or a layer of facilities",
    zh: "建议新增的设施（可作设想方案或设施图层回填）")
  package static let proposalLinks = LocalizedText(
    en: "Whom each proposed facility serves", zh: "建议设施与所服务小区的连线")
  package static let proposalCandidates = LocalizedText(
    en: "Every site that was looked at, what it could do, and why it is not built",
    zh: "全部候选点位：可服务对象、费用与未选原因")
  package static let proposalProblem = LocalizedText(
    en: "The covering problem as it was solved", zh: "所求解的覆盖问题")
  package static let proposalCertificate = LocalizedText(
    en: "What proves value and bound, by additions alone", zh: "费用与理论下限的证明（可用加法复核）")
  package static let proposalJSON = LocalizedText(
    en: "The proposal for machines: sites, clauses, proof", zh: "选址方案（机器可读：点位、条款、优劣证明）")
  package static let proposalManifest = LocalizedText(
    en: "The proposal's project and files", zh: "选址方案的项目与文件")
  package static let planEffects = LocalizedText(
    en: "Existing parcels that the plan changes something for, before and after",
    zh: "受规划影响的既有小区（前后对比）")
  package static let planParcels = LocalizedText(
    en: "Parcels of the plan with their verdicts, overall and by clause", zh: "规划地块及其总体与逐条结论")
  package static let planFacilities = LocalizedText(
    en: "Facilities of the plan with their verdicts, load and capacity",
    zh: "规划设施及其结论、负荷与容量")
  package static let planRemedy = LocalizedText(
    en: "Facilities to enlarge or to add, and where new ones may stand",
    zh: "建议扩大或增设的设施及新设施可选范围")
  package static let catchments = LocalizedText(
    en: "The area that each facility serves, by reach", zh: "各设施的服务范围（按服务半径）")
  package static let facilities = LocalizedText(
    en: "Facilities with their verdicts, load and capacity", zh: "服务设施及其结论、负荷与容量")
  package static let findings = LocalizedText(
    en: "Every finding, for pivot tables and audits", zh: "全部核查结果（供透视与审计）")
  package static let gaps = LocalizedText(
    en: "Residential land that no facility reaches, by rule", zh: "服务未覆盖的居住用地（按条款）")
  package static let geoPackage = LocalizedText(
    en: "All layers for a GIS, coloured by verdict", zh: "全部图层（按结论着色，供 GIS 使用）")
  package static let columns = LocalizedText(
    en: "What every column of the layers and tables means", zh: "各图层与表格字段说明")
  package static let columnOfData = LocalizedText(en: "as in the data", zh: "原始数据字段")
  package static let qgisProject = LocalizedText(
    en: "A QGIS project of the layers, with a map for each topic", zh: "QGIS 工程：打开全部图层，按主题分图")
  package static let workbook = LocalizedText(
    en: "Findings, parcels, facilities and units as sheets for people",
    zh: "核查结果、小区、设施与单元表格（供阅读）")
  package static let manifest = LocalizedText(
    en: "Inputs with their hashes, rule packs, versions, counts", zh: "输入文件及其哈希、规则包、版本、统计")
  package static let parcels = LocalizedText(
    en: "Parcels with their verdicts, overall and by rule", zh: "居住小区及其总体与逐条结论")
  package static let rejected = LocalizedText(
    en: "Every input row that was not checked, with its reason", zh: "未采用的数据行及原因")
  package static let report = LocalizedText(
    en: "The report for readers and for paper", zh: "核查报告（可阅读、可打印）")
  package static let shortageGroups = LocalizedText(
    en: "Parcels that share too little, with the facilities that they share",
    zh: "共享不足组：共用设施而总量不足的小区")
  package static let snapping = LocalizedText(
    en: "Where parcels and facilities meet the walking network",
    zh: "小区、设施与步行路网的连接")
  package static let units = LocalizedText(
    en: "Administrative units with their findings and those of their parcels",
    zh: "行政单元及其小区的核查结果")
}
