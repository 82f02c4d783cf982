import DiskTestSupport
import SiteBuild
import SiteTestSupport
import Testing

/// What a build says of Northwind with these files in it; public/ must stay as it was.
func northwindFaults(
  _ more: SourceFolder, strict: Bool = false, asOf: String = "2026-11-23"
) throws -> String {
  let site = try BuiltSite(.northwind)
  try site.build()
  let before = site.published().map { site.folder.identity("public/" + $0) }
  try more.write(to: site.folder)
  let report = try site.build(asOf: asOf, strict: strict)
  #expect(report.isClean == false)
  #expect(report.publication == nil)
  #expect(site.published().map { site.folder.identity("public/" + $0) } == before)
  return site.faults(report)
}
