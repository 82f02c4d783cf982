internal import Files
internal import Glibc

/// The next edition of the site as it grows in the work folder.
struct Edition: Sendable {
  let folder: OpenFile
  /// What a folder made here has for mode and owner, unless another is asked for.
  let plainFolder: stat

  /// Starts with an empty folder that has the attributes of the output folder, if there is one.
  init(in work: WorkFolder, replacing site: OpenFile?, disk: Disk) throws {
    try disk.makeFolder(.newSite, in: work.folder)
    folder = try OpenFile(SitePath.newSite.bytes, in: work.folder, flags: O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    plainFolder = try folder.status()
    if let site { folder.takeAttributes(of: site, try site.status()) }
  }
}
