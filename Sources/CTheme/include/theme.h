#ifndef THEME_H
#define THEME_H

/// One file of the default theme; the bytes live as long as the program.
struct theme_file {
  const char *name;
  const unsigned char *bytes;
  unsigned long size;
};

/// The file at a position below `theme_file_count()`.
struct theme_file theme_file_at(unsigned long position);
unsigned long theme_file_count(void);

#endif
