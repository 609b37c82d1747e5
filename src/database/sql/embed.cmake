# cmake -DOUTPUT=<file.cpp> -DNAMES=<name>;… -DFOLDER=<folder> -P embed.cmake
# Writes a C++ source that holds each <folder>/<name>.sql as a constant of namespace svodka::database::sql:
# migrations/001_initial is initial, sql/refresh is refresh, views/core is views_core.
file(WRITE ${OUTPUT}.new "#include \"database/sql/files.hpp\"\n\nnamespace svodka::database::sql {\n")
foreach(name ${NAMES})
  file(READ ${FOLDER}/${name}.sql text)
  string(REGEX REPLACE "^(migrations/[0-9]+_|sql/)" "" constant ${name})
  string(REPLACE "/" "_" constant ${constant})
  file(APPEND ${OUTPUT}.new "\nconst std::string_view ${constant} = R\"~sql~(")
  file(APPEND ${OUTPUT}.new "${text}")
  file(APPEND ${OUTPUT}.new ")~sql~\";\n")
endforeach()
file(APPEND ${OUTPUT}.new "\n}  // namespace svodka::database::sql\n")
file(RENAME ${OUTPUT}.new ${OUTPUT})
