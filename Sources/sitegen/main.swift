import SitegenCommands

Sitegen.main()
