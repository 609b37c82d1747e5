#include "overview/page/words.hpp"

#include <algorithm>
#include <array>

namespace svodka::overview::page {

namespace {

struct Entry {
  std::string_view key;
  Reason reason;
};

constexpr std::string_view kTellMaintainer = "Передайте сообщение тому, кто обслуживает программу.";
constexpr std::string_view kMendTemplate = "Передайте сообщение тому, кто ведёт шаблоны отчётов.";
constexpr std::string_view kMendData =
    "Найдите запись, которую называет сообщение, исправьте её и загрузите заново.";

constexpr std::array kByCode{
    Entry{"B201", {"Отчёту не задано нужное значение", "Допишите параметр в файле задания."}},
    Entry{"B202", {"Отчёту задан лишний параметр", "Уберите или переименуйте параметр в файле задания."}},
    Entry{"B203",
          {"Значение параметра не удалось прочитать", "Проверьте дату, период или число в файле задания."}},
    Entry{"B204",
          {"В базе данных нет нужной записи", "Проверьте, загружена ли запись, которую называет сообщение."}},
    Entry{"B205", {"В базе данных несколько записей там, где ждали одну", kMendData}},
    Entry{"B206", {"Шаблон не знает такого вида пункта", kMendTemplate}},
    Entry{"B207", {"В базе данных два значения для одной клетки таблицы", kMendData}},
    Entry{"B208", {"Уровень пункта в перечне указан неверно", kMendData}},
    Entry{"B220", {"В базе данных два значения для одной точки диаграммы", kMendData}},
    Entry{"B221", {"Часть столбика диаграммы меньше нуля", kMendData}},
    Entry{"B222", {"Число слишком велико для диаграммы", kMendData}},
    Entry{"D101", {"Значение в базе данных не того вида", kMendData}},
    Entry{"E101", {"Текст слишком длинный для ячейки таблицы", kMendData}},
    Entry{"E103", {"В тексте были недопустимые знаки, они пропущены", kMendData}},
    Entry{"L101", {"В шрифтах нет знака, который есть в тексте", kMendData}},
    Entry{"L102", {"Слово шире своего столбца", kMendTemplate}},
};

// Of messages without a code: those of data::QueryStopped and of the system.
constexpr std::array kByWords{
    Entry{"took longer than",
          {"Не уложился в отведённое время",
           "Если компьютер не был занят другим, увеличьте time_limit в файле задания или упростите запрос "
           "шаблона."}},
    Entry{"rows and was stopped",
          {"Слишком много строк", "Увеличьте row_limit в файле задания или сузьте запрос шаблона."}},
    Entry{"of memory", {"Не хватило памяти", kTellMaintainer}},
    Entry{"makes a value longer than", {"Слишком длинное значение", kMendTemplate}},
    Entry{"No space left on device",
          {"На диске кончилось место", "Освободите место и запустите задание ещё раз."}},
    Entry{"Disk quota exceeded",
          {"Кончилось место, отведённое на диске", "Освободите место и запустите задание ещё раз."}},
    Entry{"database or disk is full",
          {"На диске кончилось место", "Освободите место и запустите задание ещё раз."}},
    Entry{"File too large",
          {"Файл больше, чем разрешено", "Снимите ограничение на размер файла и запустите задание ещё раз."}},
    Entry{"Permission denied",
          {"Нет прав на файл или папку",
           "Дайте программе право писать в папку документов и запустите задание ещё раз."}},
    Entry{"Read-only file system",
          {"Папка документов доступна только для чтения",
           "Дайте программе право писать в папку документов и запустите задание ещё раз."}},
    Entry{"No such file or directory",
          {"Файл или папка пропали во время работы", "Проверьте, подключён ли диск с папкой документов."}},
    Entry{"Input/output error",
          {"Диск или сетевая папка не отвечают", "Проверьте диск, затем запустите задание ещё раз."}},
    Entry{"is damaged", {"База данных повреждена", "Восстановите базу данных из копии."}},
    Entry{"is locked by",
          {"База данных занята другой программой", "Закройте другую программу и запустите задание ещё раз."}},
};

// By the room that found the mistake.
constexpr std::array kByRoom{
    Entry{"B", {"Шаблон и данные не подходят друг к другу", kMendTemplate}},
    Entry{"D", {"Ошибка в базе данных", kMendData}},
    Entry{"E", {"Не всё вошло в таблицу XLSX", kMendTemplate}},
    Entry{"L", {"Не всё вошло на страницу", kMendTemplate}},
    Entry{"T", {"Ошибка в шаблоне", kMendTemplate}},
    Entry{"X", {"Ошибка в шаблоне", kMendTemplate}},
    Entry{"Q", {"Ошибка в запросе шаблона", kMendTemplate}},
};

Reason by_words(std::string_view message, Reason otherwise) {
  const auto found = std::find_if(kByWords.begin(), kByWords.end(), [&](const Entry& entry) {
    return message.find(entry.key) != std::string_view::npos;
  });
  return found == kByWords.end() ? otherwise : found->reason;
}

}  // namespace

Reason reason_of(std::string_view code, std::string_view message) {
  if (code.empty()) return by_words(message, {"Программа не смогла сделать документ", kTellMaintainer});
  for (const auto& entry : kByCode) {
    if (entry.key == code) return entry.reason;
  }
  for (const auto& entry : kByRoom) {
    if (code.starts_with(entry.key)) return entry.reason;
  }
  return {"Программа не смогла сделать документ", kTellMaintainer};
}

Reason reason_of_stop(std::string_view message) {
  return by_words(message, {"Помешали диск, база данных или доступ к папке", kTellMaintainer});
}

}  // namespace svodka::overview::page
