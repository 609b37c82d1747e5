# cmake -DOUTPUT=<file.cpp> -DNAMES=<name>;… -DFOLDER=<folder> -P embed.cmake
# Writes a C++ source that holds <folder>/<name>.sql as constants of namespace svodka::store::sql.
file(WRITE ${OUTPUT}.new "#include \"store/schema/files.hpp\"\n\nnamespace svodka::store::sql {\n")
foreach(name ${NAMES})
  file(READ ${FOLDER}/${name}.sql text)
  string(REGEX REPLACE "^[0-9]+_" "" constant ${name})
  file(APPEND ${OUTPUT}.new "\nconst std::string_view ${constant} = R\"~sql~(")
  file(APPEND ${OUTPUT}.new "${text}")
  file(APPEND ${OUTPUT}.new ")~sql~\";\n")
endforeach()
file(APPEND ${OUTPUT}.new "\n}  // namespace svodka::store::sql\n")
file(RENAME ${OUTPUT}.new ${OUTPUT})
