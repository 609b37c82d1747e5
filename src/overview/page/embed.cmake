# cmake -DOUTPUT=<file.cpp> -DFOLDER=<folder> -P embed.cmake
# Writes a C++ source that holds the parts of index.html as constants of namespace svodka::overview::page.
file(WRITE ${OUTPUT}.new "#include \"overview/page/files.hpp\"\n\nnamespace svodka::overview::page {\n")
foreach(part skeleton=skeleton.html style=page.css script=page.js)
  string(REPLACE "=" ";" part ${part})
  list(GET part 0 constant)
  list(GET part 1 name)
  file(READ ${FOLDER}/${name} text)
  file(APPEND ${OUTPUT}.new "\nconst std::string_view ${constant} = R\"~page~(")
  file(APPEND ${OUTPUT}.new "${text}")
  file(APPEND ${OUTPUT}.new ")~page~\";\n")
endforeach()
file(APPEND ${OUTPUT}.new "\n}  // namespace svodka::overview::page\n")
file(RENAME ${OUTPUT}.new ${OUTPUT})
