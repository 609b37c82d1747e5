// Trees, inheritance, wording, meetings and indicators, on small cases worked by hand.

#include <algorithm>

#include "support/catch.hpp"
#include "support/district_sample.hpp"

using namespace svodka;
using test::Lines;
using test::rows;
using test::rows_as_of;

TEST_CASE("items come in preorder with depth, and ordinals sort as numbers") {
  auto connection = test::district_with(R"(
    INSERT INTO items (id, key, resolution_id, parent_id, ordinal, kind, number) VALUES
      (1, 'b', 1, NULL, 10, 'directive', '2'), (2, 'a', 1, NULL, 9, 'heading', '1'),
      (3, 'a-2', 1, 2, 2, 'bullet', NULL), (4, 'a-1', 1, 2, 1, 'bullet', '1.1'), (5, 'a-1-x', 1, 4, 100, 'bullet', NULL),
      (6, 'first', 1, NULL, -1, 'paragraph', NULL))");
  REQUIRE(
      rows(connection,
           "SELECT position, depth, item, parent, effective_number FROM item_card ORDER BY position") ==
      Lines{"1|0|first|-|-", "2|0|a|-|1", "3|1|a-1|a|1.1", "4|2|a-1-x|a-1|1.1", "5|1|a-2|a|1", "6|0|b|-|2"});
}

TEST_CASE("items inherit from the nearest item above that has its own") {
  auto connection = test::district_with(R"(
    INSERT INTO tags (id, key, name) VALUES (1, 'growth', 'Центр «Точка роста»');
    INSERT INTO items (id, key, resolution_id, parent_id, ordinal, kind, text, modality, level, direction_id,
                       controller_id, addressees, deadline, deadline_on) VALUES
      (1, 'top', 1, NULL, 1, 'addressee', 'Школам:', 'order', 'organization', 1, 2, 'replace', 'date', '2025-12-01'),
      (2, 'same', 1, 1, 1, 'directive', 'Раз.', NULL, NULL, NULL, NULL, 'inherit', 'inherited', NULL),
      (3, 'own', 1, 1, 2, 'directive', 'Два.', 'recommendation', 'municipal', 2, 1, 'replace', 'none', NULL),
      (4, 'deep', 1, 3, 1, 'bullet', 'три', NULL, NULL, NULL, NULL, 'inherit', 'inherited', NULL),
      (5, 'more', 1, 1, 3, 'directive', 'Четыре.', NULL, NULL, NULL, NULL, 'inherit', 'inherited', NULL),
      (6, 'less', 1, 1, 4, 'directive', 'Пять.', NULL, NULL, NULL, NULL, 'narrow', 'inherited', NULL);
    INSERT INTO item_addressees (item_id, ordinal, role, rule, organization_id, tag_id, condition, text) VALUES
      (1, 1, 'executor', 'all', NULL, NULL, NULL, NULL),
      (3, 1, 'co_executor', 'organization', 1, NULL, NULL, NULL),
      (3, 2, 'executor', 'organization', 3, NULL, 'при наличии заявок', NULL),
      (5, 1, 'co_executor', 'organization', 3, NULL, NULL, 'методический центр'),
      (6, 1, 'executor', 'tag', NULL, 1, NULL, NULL);
  )");
  REQUIRE(
      rows(connection,
           "SELECT item, modality, level, direction, controller_name, deadline, deadline_on, deadline_text, "
           "addressee_text FROM item_card WHERE item <> 'top' ORDER BY position") ==
      Lines{"same|order|organization|dir-1|Петрова А.|date|2025-12-01|до 1 декабря 2025 г.|все "
            "общеобразовательные "
            "организации",
            "own|recommendation|municipal|dir-2|Иванов П. И.|none|-|-|МЦ (при наличии заявок), СОШ № 1",
            "deep|recommendation|municipal|dir-2|Иванов П. И.|none|-|-|МЦ (при наличии заявок), СОШ № 1",
            "more|order|organization|dir-1|Петрова А.|date|2025-12-01|до 1 декабря 2025 г.|все "
            "общеобразовательные "
            "организации, "
            "методический центр",
            "less|order|organization|dir-1|Петрова А.|date|2025-12-01|до 1 декабря 2025 г.|организации с "
            "признаком «Центр „Точка роста“»"});
}

TEST_CASE("a bullet is printed with the stems that it completes") {
  auto connection = test::district_with(R"(
    INSERT INTO items (id, key, resolution_id, parent_id, ordinal, kind, text) VALUES
      (1, 'stem', 1, NULL, 1, 'directive', 'Продолжить работу по направлениям: '),
      (2, 'direction', 1, 1, 1, 'direction', 'Кадры:'),
      (3, 'fresh', 1, 2, 1, 'bullet', 'обновить план;'),
      (4, 'year', 1, 1, 2, 'bullet', 'до конца года:'),
      (5, 'both', 1, 4, 1, 'bullet', 'провести анализ;'),
      (6, 'whole', 1, NULL, 2, 'directive', 'Провести конкурс.'),
      (7, 'part', 1, 6, 1, 'bullet', 'разработать положение;');
  )");
  REQUIRE(rows(connection,
               "SELECT item, full_text FROM item_card WHERE item IN ('fresh', 'both', 'part') ORDER BY "
               "position") == Lines{"fresh|обновить план;",
                                    "both|Продолжить работу по направлениям: до конца года: провести анализ;",
                                    "part|разработать положение;"});
}

TEST_CASE("deadlines of every kind are worded in Russian") {
  auto connection = test::district_database();
  const auto worded = [&](std::string_view fields, std::string_view values) {
    connection.exec("DELETE FROM items");
    connection.exec("INSERT INTO items (id, key, resolution_id, ordinal, kind, deadline" +
                    std::string(fields) + ") VALUES (1, 'i', 1, 1, 'directive', " + std::string(values) +
                    ")");
    connection.exec(
        "INSERT INTO item_dates (item_id, month, day) SELECT 1, 6, 1 FROM items WHERE recurrence = 'yearly'");
    test::refresh(connection);
    return rows(connection, "SELECT deadline_text, deadline_on FROM item_card").at(0);
  };
  REQUIRE(worded("", "'inherited'") == "-|-");
  REQUIRE(worded("", "'none'") == "-|-");
  REQUIRE(worded(", deadline_on", "'date', '2025-11-30'") == "до 30 ноября 2025 г.|2025-11-30");
  REQUIRE(worded(", deadline_on", "'month_end', '2025-11-30'") == "до конца ноября 2025 г.|2025-11-30");
  REQUIRE(worded("", "'month_end'") == "до конца августа 2025 г.|2025-08-31");
  REQUIRE(worded("", "'year_end'") == "до конца 2025 года|2025-12-31");
  REQUIRE(worded(", deadline_on", "'year_end', '2026-12-31'") == "до конца 2026 года|2026-12-31");
  REQUIRE(worded(", deadline_start", "'start', '2025-09-01'") == "с 1 сентября 2025 г.|-");
  REQUIRE(worded(", deadline_start, deadline_on", "'range', '2025-09-01', '2026-05-31'") ==
          "с 1 сентября 2025 г. по 31 мая 2026 г.|2026-05-31");
  REQUIRE(worded(", deadline_start, deadline_on", "'range', '2025-10-01', '2025-10-15'") ==
          "с 1 по 15 октября 2025 г.|2025-10-15");
  REQUIRE(worded(", deadline_start, deadline_on", "'range', '2025-11-10', '2025-12-20'") ==
          "с 10 ноября по 20 декабря 2025 г.|2025-12-20");
  REQUIRE(worded(", deadline_start, deadline_on", "'range', '2025-10-15', '2025-10-15'") ==
          "15 октября 2025 г.|2025-10-15");
  REQUIRE(worded("", "'academic_year'") == "в течение 2025/2026 учебного года|2026-08-31");
  REQUIRE(worded(", deadline_on", "'academic_year', '2026-05-25'") ==
          "в течение 2025/2026 учебного года|2026-05-25");
  REQUIRE(worded(", deadline_on, deadline_text", "'month_event', '2026-03-31', 'март 2026 года, к форуму'") ==
          "март 2026 года, к форуму|2026-03-31");
  REQUIRE(worded(", deadline_text", "'event', 'после аттестации'") == "после аттестации|-");
  REQUIRE(worded(", recurrence", "'recurring', 'weekly'") == "еженедельно|-");
  REQUIRE(worded(", recurrence", "'recurring', 'monthly'") == "ежемесячно|-");
  REQUIRE(worded(", recurrence", "'recurring', 'quarterly'") == "ежеквартально|-");
  REQUIRE(worded(", recurrence", "'recurring', 'yearly'") == "ежегодно до 1 июня|-");
  connection.exec("INSERT INTO item_dates (item_id, month, day) VALUES (1, 12, 25)");
  test::refresh(connection);
  REQUIRE(rows(connection, "SELECT deadline_text FROM item_card") ==
          Lines{"ежегодно до 1 июня и 25 декабря"});
  connection.exec("INSERT INTO item_dates (item_id, month, day) VALUES (1, 9, 10)");
  test::refresh(connection);
  REQUIRE(rows(connection, "SELECT deadline_text FROM item_card") ==
          Lines{"ежегодно до 1 июня, 10 сентября и 25 декабря"});
  REQUIRE(worded("", "'continuous'") == "постоянно|-");
}

TEST_CASE("the academic year counts from the date of a spring meeting backwards") {
  auto connection = test::district_database();
  connection.exec("UPDATE meetings SET held_on = '2026-04-17'");
  connection.exec(
      "INSERT INTO items (key, resolution_id, ordinal, kind, deadline) "
      "VALUES ('i', 1, 1, 'directive', 'academic_year')");
  test::refresh(connection);
  REQUIRE(rows(connection, "SELECT deadline_text, deadline_on FROM item_card") ==
          Lines{"в течение 2025/2026 учебного года|2026-08-31"});
}

TEST_CASE("targets are worded by operator, number and unit") {
  auto connection = test::district_database();
  connection.exec(
      "INSERT INTO items (id, key, resolution_id, ordinal, kind) VALUES (1, 'i', 1, 1, 'directive')");
  connection.exec(R"(
    INSERT INTO item_targets (item_id, ordinal, operator, value, unit, unit_genitive, unit_genitive_plural, scope, population)
      VALUES
      (1, 1, 'at_least', 80, '%', NULL, NULL, NULL, 'педагоги до 35 лет'),
      (1, 2, 'at_most', 1, 'работа', 'работы', 'работ', 'в день', NULL),
      (1, 3, 'up_to', 3, NULL, NULL, NULL, NULL, NULL),
      (1, 4, 'exactly', 2, 'занятие', 'занятия', 'занятий', 'для каждого объединения', 'учителя'),
      (1, 5, 'trend_up', NULL, NULL, NULL, NULL, NULL, NULL), (1, 6, 'trend_down', 5, '%', NULL, NULL, NULL, NULL),
      (1, 7, 'at_least', 12.5, 'балл', 'балла', 'баллов', NULL, NULL))");
  REQUIRE(rows(connection, "SELECT text, full_text FROM item_target_card ORDER BY ordinal") ==
          Lines{"не менее 80\u00A0%|не менее 80\u00A0% (педагоги до 35 лет)",
                "не более 1\u00A0работы|не более 1\u00A0работы в день", "до 3|до 3",
                "ровно 2\u00A0занятия|ровно 2\u00A0занятия для каждого объединения (учителя)", "рост|рост",
                "снижение на 5\u00A0%|снижение на 5\u00A0%",
                "не менее 12,5\u00A0балла|не менее 12,5\u00A0балла"});
}

TEST_CASE("a link shows from both of its ends") {
  auto connection = test::district_with(R"(
    INSERT INTO resolutions (id, key, meeting_id, kind, title) VALUES (2, 'q', 1, 'resolution', 'Резолюция');
    INSERT INTO items (id, key, resolution_id, ordinal, kind, number, text) VALUES
      (1, 'old', 1, 1, 'directive', '1.17.', 'Провести.'), (2, 'new', 2, 1, 'directive', '2.', 'Снять с контроля.');
    INSERT INTO item_links (item_id, kind, target_id) VALUES (2, 'closes', 1))");
  REQUIRE(rows(connection,
               "SELECT item, kind_name, is_back, linked_item, linked_resolution, linked_number, linked_text, "
               "linked_document FROM item_link_card ORDER BY is_back") ==
          Lines{"new|закрывает|0|old|r|1.17|Провести.|протокол совещания № 4 от 28.08.2025",
                "old|закрыто|1|new|q|2|Снять с контроля.|резолюция совещания от 28.08.2025"});
}

TEST_CASE("a co-executor sees the executors, and nobody stands among its own co-executors") {
  auto connection = test::district_with(R"(
    INSERT INTO items (id, key, resolution_id, ordinal, kind, text, tracked) VALUES (1, 'i', 1, 1, 'directive', 'Провести.', 1);
    INSERT INTO assignments (item_id, organization_id, role, assigned_on, source) VALUES
      (1, 1, 'executor', '2025-09-01', 'run'), (1, 2, 'executor', '2025-12-01', 'run'),
      (1, 3, 'co_executor', '2025-09-01', 'run'), (1, 4, 'co_executor', '2025-09-01', 'run'))");
  constexpr std::string_view query =
      "SELECT organization, executor_names, co_executors FROM assignment_card ORDER BY organization";
  REQUIRE(rows_as_of(connection, "2025-11-01", query) ==
          Lines{"centre|СОШ № 1|ДС", "garden|СОШ № 1|МЦ", "school-1|-|МЦ, ДС"});
  REQUIRE(rows_as_of(connection, "2025-12-01", query) == Lines{"centre|СОШ № 1, СОШ № 2|ДС",
                                                               "garden|СОШ № 1, СОШ № 2|МЦ",
                                                               "school-1|-|МЦ, ДС", "school-2|-|МЦ, ДС"});
}

TEST_CASE("documents are named by their kind, number and date") {
  auto connection = test::district_database();
  constexpr std::string_view query = "SELECT document FROM resolution_card";
  const auto named = [&](std::string_view change) {
    connection.exec(change);
    test::refresh(connection);
    return rows(connection, query).at(0);
  };
  REQUIRE(named("") == "протокол совещания № 4 от 28.08.2025");
  REQUIRE(named("UPDATE resolutions SET kind = 'resolution', approved_on = '2025-09-02'") ==
          "резолюция совещания от 02.09.2025");
  REQUIRE(named("UPDATE resolutions SET approved_on = NULL; UPDATE meetings SET held_on = NULL, year = 2026, "
                "kind = 'round_table'") == "резолюция круглого стола 2026 г.");
  REQUIRE(named("UPDATE resolutions SET kind = 'decision'; UPDATE meetings SET title_genitive = 'заседания "
                "двух советов'") == "протокол заседания двух советов № 4 2026 г.");
}

TEST_CASE("names of people are normalised") {
  auto connection = test::district_database();
  connection.exec(R"(
    INSERT INTO people (key, surname, initials, given_name, patronymic) VALUES
      ('a', 'Серов', 'и. п.', NULL, NULL), ('b', 'Серов', 'И . П', NULL, NULL), ('c', 'Серова', 'А.-М. П.', NULL, NULL),
      ('d', 'Ким', NULL, NULL, NULL), ('e', 'Ежов', NULL, 'Ян', 'Оттович'))");
  REQUIRE(rows(connection,
               "SELECT person, name_last, name_first, full_name FROM person_card WHERE length(person) = 1 "
               "ORDER BY person") == Lines{"a|Серов и. п.|и. п. Серов|Серов и. п.",
                                           "b|Серов И. П.|И. П. Серов|Серов И. П.",
                                           "c|Серова А.-М. П.|А.-М. П. Серова|Серова А.-М. П.",
                                           "d|Ким|Ким|Ким", "e|Ежов Я. О.|Я. О. Ежов|Ежов Ян Оттович"});
}

TEST_CASE("a meeting counts persons once and names who signs") {
  auto connection = test::district_database();
  connection.exec(R"(
    INSERT INTO attendance (meeting_id, ordinal, person_id, name, position, role, state) VALUES
      (1, 1, 1, NULL, NULL, 'chair', 'present'), (1, 2, 2, NULL, 'секретарь совета', 'secretary', 'late'),
      (1, 3, 1, NULL, NULL, 'speaker', 'present'), (1, 4, NULL, 'Гость Анна Львовна', NULL, 'invited', 'remote'),
      (1, 5, NULL, 'Лосев А. А.', NULL, 'member', 'excused'), (1, 6, NULL, 'Ю. А. Ким', NULL, 'member', 'absent'))");
  REQUIRE(rows(connection,
               "SELECT chair, chair_last, chair_position, secretary, secretary_position, listed_count, "
               "present_count, "
               "present_own_count, absent_count, invited_count, present_by_name, year FROM meeting_card") ==
          Lines{"П. И. Иванов|Иванов П. И.|директор|А. Петрова|секретарь совета|5|3|2|2|1|1|2025"});
  connection.exec("UPDATE settings SET value = '1' WHERE key = 'present_by_name_limit'");
  REQUIRE(rows(connection, "SELECT present_by_name FROM meeting_card") == Lines{"0"});
  REQUIRE(rows(connection,
               "SELECT ordinal, full_name, surname, position, organization_name, role_name, is_present "
               "FROM attendance_card ORDER BY ordinal") ==
          Lines{"1|Иванов Пётр Ильич|Иванов|директор|СОШ № 1|председатель|1",
                "2|Петрова Анна|Петрова|секретарь совета|МЦ|секретарь|1",
                "3|Иванов Пётр Ильич|Иванов|директор|СОШ № 1|докладчик|1",
                "4|Гость Анна Львовна|Гость|-|-|приглашённый|1", "5|Лосев А. А.|Лосев|-|-|участник|0",
                "6|Ким Ю. А.|Ким|-|-|участник|0"});
  REQUIRE(rows(connection,
               "SELECT head_name, head_position FROM organization_card WHERE organization = 'school-1'") ==
          Lines{"П. И. Иванов|директор"});
}

TEST_CASE("guests are named as persons are, whichever way their names were written") {
  auto connection = test::district_database();
  connection.exec(R"(
    INSERT INTO attendance (meeting_id, ordinal, name, role, state) VALUES
      (1, 1, 'Ю.А. Ким', 'chair', 'present'), (1, 2, 'Гость Анна Львовна', 'secretary', 'present'),
      (1, 3, 'Анна Львовна Гостева', 'invited', 'present'), (1, 4, 'Хворостов', 'invited', 'present'))");
  REQUIRE(rows(connection, "SELECT chair, chair_last, secretary, secretary_last FROM meeting_card") ==
          Lines{"Ю. А. Ким|Ким Ю. А.|А. Л. Гость|Гость А. Л."});
  REQUIRE(rows(connection,
               "SELECT full_name, name_last, name_first, surname FROM attendance_card ORDER BY ordinal") ==
          Lines{"Ким Ю. А.|Ким Ю. А.|Ю. А. Ким|Ким", "Гость Анна Львовна|Гость А. Л.|А. Л. Гость|Гость",
                "Гостева Анна Львовна|Гостева А. Л.|А. Л. Гостева|Гостева",
                "Хворостов|Хворостов|Хворостов|Хворостов"});
}

TEST_CASE("a post says the organization unless the position does") {
  auto connection = test::district_database();
  connection.exec(R"(
    UPDATE organizations SET name_genitive = 'методического центра округа' WHERE short_name = 'МЦ';
    INSERT INTO attendance (meeting_id, ordinal, person_id, position, organization_name, role, state) VALUES
      (1, 1, 1, NULL, NULL, 'chair', 'present'),
      (1, 2, 2, 'методист методического центра', NULL, 'secretary', 'present'),
      (1, 3, 2, 'методист методического центра', 'МЦ города', 'member', 'present'))");
  REQUIRE(rows(connection, "SELECT chair_post, secretary_post FROM meeting_card") ==
          Lines{"директор, СОШ № 1|методист методического центра"});
  REQUIRE(rows(connection, "SELECT post FROM attendance_card ORDER BY ordinal") ==
          Lines{"директор, СОШ № 1", "методист методического центра",
                "методист методического центра, МЦ города"});
}

TEST_CASE("agenda and criteria come in preorder within their meeting") {
  auto connection = test::district_with(R"(
    INSERT INTO meetings (id, key, kind, format) VALUES (2, 'm2', 'forum', 'remote');
    INSERT INTO agenda_items (id, key, meeting_id, parent_id, ordinal, title, kind, votes_for) VALUES
      (1, 'x', 2, NULL, 1, 'Икс', 'report', NULL), (2, 'b', 1, NULL, 2, 'Бэ', 'report', 5),
      (3, 'a', 1, NULL, 1, 'А', 'report', NULL), (4, 'a1', 1, 3, 1, 'А-один', 'practice', NULL);
    INSERT INTO criteria (id, key, meeting_id, parent_id, ordinal, text) VALUES
      (1, 'c2', 1, NULL, 2, 'два'), (2, 'c1', 1, NULL, 1, 'один'), (3, 'c1a', 1, 2, 1, 'а');
  )");
  REQUIRE(rows(connection,
               "SELECT ordinal, depth, agenda_item, parent, has_votes FROM agenda_card WHERE meeting = 'm' "
               "ORDER BY ordinal") == Lines{"1|0|a|-|0", "2|1|a1|a|0", "3|0|b|-|1"});
  REQUIRE(rows(connection, "SELECT ordinal, agenda_item FROM agenda_card WHERE meeting = 'm2'") ==
          Lines{"1|x"});
  REQUIRE(rows(connection, "SELECT position, depth, criterion FROM criterion_card ORDER BY position") ==
          Lines{"1|0|c1", "2|1|c1a", "3|0|c2"});
}

TEST_CASE("a missing indicator value stays missing, zero is a value, an unaccepted one is pending") {
  auto connection = test::district_with(R"(
    INSERT INTO indicators (id, key, code, name, unit, better, "group") VALUES
      (1, 'n', '1', 'Доля', '%', 'more', 'results');
    INSERT INTO indicator_targets (indicator_id, period, period_start, period_end, organization_id, type, operator, value)
      VALUES (1, '2025', '2025-01-01', '2025-12-31', NULL, NULL, 'at_least', 50),
             (1, '2025', '2025-01-01', '2025-12-31', NULL, 'school', 'at_least', 70),
             (1, '2025', '2025-01-01', '2025-12-31', 2, NULL, 'at_least', 40);
    INSERT INTO indicator_values (indicator_id, organization_id, period, period_start, period_end, revision, value,
                                  recorded_on, accepted_on) VALUES
      (1, 1, '2025', '2025-01-01', '2025-12-31', 1, 0, '2025-10-01', '2025-10-05'),
      (1, 1, '2025', '2025-01-01', '2025-12-31', 2, 77, '2025-11-01', '2025-11-05'),
      (1, 3, '2025', '2025-01-01', '2025-12-31', 1, 9, '2025-11-01', NULL);
  )");
  constexpr std::string_view query =
      "SELECT organization, plan, plan_text, fact, attained, pending FROM indicator_card ORDER BY "
      "organization";
  REQUIRE(rows_as_of(connection, "2025-10-31", query) == Lines{"centre|50.0|не менее 50\u00A0%|-|-|0",
                                                               "school-1|70.0|не менее 70\u00A0%|0.0|0|0",
                                                               "school-2|40.0|не менее 40\u00A0%|-|-|0"});
  REQUIRE(rows_as_of(connection, "2025-11-05", query) == Lines{"centre|50.0|не менее 50\u00A0%|-|-|1",
                                                               "school-1|70.0|не менее 70\u00A0%|77.0|1|0",
                                                               "school-2|40.0|не менее 40\u00A0%|-|-|0"});
}

TEST_CASE("partner pairs and tags are those of the day") {
  auto connection = test::district_database();
  connection.exec(R"(
    INSERT INTO tags (id, key, name) VALUES (1, 't', 'Точка роста');
    INSERT INTO organization_tags (organization_id, tag_id, since, until) VALUES (1, 1, '2025-01-01', '2025-06-30');
    INSERT INTO partner_pairs (organization_id, partner_id, since, until) VALUES (1, 2, '2025-03-01', NULL))");
  REQUIRE(rows_as_of(connection, "2025-02-28", "SELECT partner FROM partner_pair_card").empty());
  REQUIRE(rows_as_of(connection, "2025-06-30", "SELECT partner_name FROM partner_pair_card") ==
          Lines{"СОШ № 2"});
  connection.exec("UPDATE partner_pairs SET until = '2025-07-31'");
  REQUIRE(rows_as_of(connection, "2025-09-01", "SELECT partner FROM partner_pair_card").empty());
  REQUIRE(rows_as_of(connection, "2025-09-01", "SELECT partner_name, until FROM partner_pair_history_card") ==
          Lines{"СОШ № 2|2025-07-31"});
  REQUIRE(rows_as_of(connection, "2025-02-28", "SELECT partner FROM partner_pair_history_card").empty());
  REQUIRE(rows_as_of(connection, "2025-06-30", "SELECT tag_name FROM organization_tag_card") ==
          Lines{"Точка роста"});
  REQUIRE(rows_as_of(connection, "2025-07-01", "SELECT tag_name FROM organization_tag_card").empty());
}

TEST_CASE("the queries of reports reach their rows through indices") {
  auto connection = test::district_database();
  const auto scans = [&](const std::string& query) {
    Lines found;
    for (const auto& line : rows(connection, "EXPLAIN QUERY PLAN " + query)) {
      const std::string step = line.substr(line.rfind('|') + 1);
      if (step.starts_with("SCAN ") && !step.starts_with("SCAN (subquery")) found.push_back(step);
    }
    return found;
  };
  for (const char* filter :
       {"organization = 'x'", "meeting = 'x'", "resolution = 'x'", "item = 'x'", "person = 'x'"}) {
    REQUIRE(
        scans(std::string("SELECT * FROM assignment_card WHERE ") + filter + " ORDER BY position").empty());
  }
  for (const char* view : {"entry_card", "extension_card", "control_decision_card", "evidence_card"}) {
    REQUIRE(scans(std::string("SELECT * FROM ") + view + " WHERE organization = 'x'").empty());
    REQUIRE(scans(std::string("SELECT * FROM ") + view + " WHERE item = 'x'").empty());
  }
  REQUIRE(scans("SELECT * FROM item_card WHERE meeting = 'x' ORDER BY position").empty());
  REQUIRE(scans("SELECT * FROM item_card WHERE resolution = 'x' ORDER BY position").empty());
  for (const char* view : {"attendance_card", "agenda_card", "agenda_speaker_card", "speech_card",
                           "criterion_card", "meeting_card", "meeting_paragraph_card", "appendix_card",
                           "meeting_body_card", "criterion_option_card"}) {
    REQUIRE(scans(std::string("SELECT * FROM ") + view + " WHERE meeting = 'x'").empty());
  }
  for (const char* view : {"expert_conclusion_card", "conclusion_expert_card", "expert_answer_card",
                           "expert_option_card", "conclusion_paragraph_card"}) {
    REQUIRE(scans(std::string("SELECT * FROM ") + view + " WHERE conclusion = 'x'").empty());
  }
  REQUIRE(scans("SELECT * FROM indicator_card WHERE organization = 'x'") == Lines{"SCAN ip"});
  // the kinds of periods, and the periods of indicators: not organizations or assignments
  for (const char* filter : {"organization = 'x'", "organization = 'x' AND period = '2026-10'"}) {
    REQUIRE(scans(std::string("SELECT * FROM discipline_card WHERE ") + filter) ==
            Lines{"SCAN 5 CONSTANT ROWS"});
    REQUIRE(scans(std::string("SELECT * FROM submission_card WHERE ") + filter) == Lines{"SCAN ip"});
  }
}

TEST_CASE("an assignment looks up the co-executors of its item, not all who have the item") {
  auto connection = test::district_database();
  const auto plan = rows(
      connection, "EXPLAIN QUERY PLAN SELECT co_executors FROM assignment_card WHERE organization = 'x'");
  REQUIRE(std::any_of(plan.begin(), plan.end(), [](const std::string& step) {
    return step.ends_with("SEARCH ca USING INDEX assignments_co_executors (item_id=?)");
  }));
}
