"""Batches of the whole program: what is made, kept and never overwritten, and what failures leave behind."""
import json
import os
import pathlib
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
import unittest

import whole

MANY = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
SELECT meeting, i FROM meeting_card, n WHERE meeting = 'council-2026-04' ORDER BY i
"""
BY_MEETING = "SELECT * FROM meeting_card WHERE meeting = :meeting"
THEME = "<p>{meeting.theme}</p>"


def tiny(sql=BY_MEETING, rows="one", body=THEME, title="{meeting.theme}", fields=""):
    """A template of a meeting, with one query of that name."""
    return f"""<report name="tiny" title="{title}" xmlns="urn:svodka:report:1">
  <parameter name="meeting" type="key" of="meeting" label="Совещание"/>
  <query name="meeting" rows="{rows}"><![CDATA[{sql}]]>{fields}</query>
  <section title="Тема">{body}</section>
</report>"""


TIMES = ("started", "finished", "seconds")


def database(folder):
    """A copy of the demo district to write in."""
    path = pathlib.Path(folder) / "d.db"
    shutil.copy(whole.district(), path)
    return path


def report(name="protocols", template="protocol", file="{meeting}", query=None, parameters=None, **more):
    query = query or "SELECT meeting FROM meeting_card ORDER BY meeting"
    lines = [f'[[report]]\nname = "{name}"\ntemplate = "{template}"\nfile = "{file}"', f"for_each = '''{query}'''"]
    lines += [f"{key} = {json.dumps(value)}" for key, value in more.items()]
    given = parameters or {"meeting": "{meeting}"}
    lines.append("parameters = {%s}" % ", ".join(f"{key} = {json.dumps(value)}" for key, value in given.items()))
    return "\n".join(lines) + "\n"


def tree(folder):
    """{path: bytes} of the documents."""
    folder = pathlib.Path(folder)
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*"))
            if path.is_file() and ".svodka" not in path.parts and path.name not in ("run.json", "index.html")}


def manifest(folder):
    return json.loads((pathlib.Path(folder) / "run.json").read_text())


def lasting(folder):
    """The manifest without what differs from run to run over the same."""
    found = manifest(folder)
    for key in TIMES:
        del found[key]
    for document in found["documents"]:
        del document["milliseconds"]
    return found


class Batch(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="batch-", dir=whole.folder()))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.database = database(self.folder)
        self.output = self.folder / "out"

    def job(self, *reports, name="job.toml", head=""):
        path = self.folder / name
        path.write_text(f'database = "d.db"\noutput = "out"\nas_of = "{whole.AS_OF}"\nperiod = "2025-2026"\n{head}\n'
                        + "\n".join(reports or [report()]))
        return path

    def run_batch(self, job, *options, code=0, **more):
        done = subprocess.run([whole.SVODKA, "batch", job, *map(str, options)], capture_output=True, text=True,
                              cwd=whole.ROOT, **more)
        self.assertEqual(done.returncode, code, done.stderr)
        return done

    def start(self, job, *options):
        return subprocess.Popen([whole.SVODKA, "batch", job, *map(str, options)], stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True, cwd=whole.ROOT)

    def counts(self, **expected):
        counts = manifest(self.output)["counts"]
        self.assertEqual({key: value for key, value in counts.items() if value}, expected)

    def states(self):
        return {document["document"]: document["state"] for document in manifest(self.output)["documents"]}

    def sql(self, text):
        connection = sqlite3.connect(self.database)
        connection.executescript(text)
        connection.close()

    def template(self, name, text):
        (self.folder / f"{name}.xml").write_text(text)
        return f"{name}.xml"


class Making(Batch):
    def test_files_are_the_same_for_any_number_of_workers_and_as_render_makes_them(self):
        job = self.job(report(), report("lists", "attendance_list", "lists/{meeting}"))
        self.run_batch(job, "--jobs", 1)
        alone, said = tree(self.output), lasting(self.output)
        self.assertEqual(len(alone), 4 * len(whole.records("meetings")))
        self.run_batch(job, "--jobs", 4, "--output", self.folder / "four")
        self.assertEqual(tree(self.folder / "four"), alone)
        self.assertEqual(lasting(self.folder / "four"), said)
        whole.render("protocol", self.folder / "p", meeting="conf-2025-08")
        self.assertEqual((self.folder / "p.pdf").read_bytes(), alone["conf-2025-08.pdf"])
        self.assertEqual((self.folder / "p.xlsx").read_bytes(), alone["conf-2025-08.xlsx"])

    def test_a_second_run_over_nothing_new_keeps_everything(self):
        job = self.job()
        self.run_batch(job)
        before = {path: os.stat(self.output / path).st_mtime_ns for path in tree(self.output)}
        count = len(whole.records("meetings"))
        self.counts(made=count)
        first = lasting(self.output)
        done = self.run_batch(job)
        self.counts(kept=count)
        self.assertIn(f"made 0, kept {count}", done.stderr)
        self.assertEqual({path: os.stat(self.output / path).st_mtime_ns for path in tree(self.output)}, before)
        second = lasting(self.output)
        for found in (first, second):
            del found["counts"]
            for document in found["documents"]:
                del document["state"]
        self.assertEqual(second, first)
        self.run_batch(job, "--force")
        self.counts(made=count)

    def test_a_changed_record_makes_only_its_document_anew(self):
        job = self.job()
        self.run_batch(job)
        before = tree(self.output)
        self.sql("UPDATE meetings SET theme = 'Другая тема' WHERE key = 'conf-2025-08'")
        self.run_batch(job)
        states = self.states()
        self.assertEqual([name for name, state in states.items() if state == "made"], ["conf-2025-08"])
        self.assertEqual(set(states.values()), {"made", "kept"})
        after = tree(self.output)
        self.assertEqual({path for path in after if after[path] != before[path]},
                         {"conf-2025-08.pdf", "conf-2025-08.xlsx"})
        self.run_batch(job)
        self.counts(kept=len(states))

    def test_another_theme_makes_everything_anew_and_a_comment_in_a_template_nothing(self):
        template = self.template("tiny", tiny())
        job = self.job(report(template=template, formats=["pdf"]))
        self.run_batch(job)
        count = len(whole.records("meetings"))
        (self.folder / template).write_text(tiny() + "<!-- a comment -->")
        self.run_batch(job)
        self.counts(kept=count)
        (self.folder / "look.toml").write_text("[page]\nleft = 40\n")
        self.run_batch(self.job(report(template=template, formats=["pdf"]), head='theme = "look.toml"'))
        self.counts(made=count)

    def test_a_library_that_a_template_imports_is_a_part_of_it(self):
        library = ('<library xmlns="urn:svodka:report:1"><part name="word"><p>{word}</p></part></library>')
        (self.folder / "words.xml").write_text(library.format(word="Первое"))
        imported = tiny(body=THEME + '<insert part="word"/>').replace('<parameter', '<import src="words.xml"/><parameter', 1)
        self.template("tiny", imported)
        job = self.job(report(template="tiny.xml", formats=["pdf"]))
        self.run_batch(job)
        (self.folder / "words.xml").write_text(library.format(word="Второе"))
        self.run_batch(job)
        self.counts(made=len(whole.records("meetings")))

    def test_documents_with_nothing_to_report_are_empty_and_have_no_file(self):
        self.sql("INSERT INTO organizations(key, full_name, short_name, type, ordinal) "
                 "VALUES ('new-school', 'Новая школа', 'Новая школа', 'school', 999)")
        job = self.job(report("execution", "execution_report", "{organization}/отчёт",
                              "SELECT organization FROM organization_card WHERE organization IN ('new-school', 'school-7')"
                              " ORDER BY organization",
                              {"organization": "{organization}", "period": "{period}"}))
        self.run_batch(job)
        self.assertEqual(self.states(), {"new-school/отчёт": "empty", "school-7/отчёт": "made"})
        self.assertEqual(set(tree(self.output)), {"school-7/отчёт.pdf", "school-7/отчёт.xlsx"})
        self.run_batch(job)
        self.assertEqual(self.states(), {"new-school/отчёт": "empty", "school-7/отчёт": "kept"})

    def test_what_the_plan_no_longer_has_is_obsolete_and_stays(self):
        self.run_batch(self.job())
        before = tree(self.output)
        self.run_batch(self.job(report(query="SELECT meeting FROM meeting_card WHERE meeting <> 'conf-2025-08'")))
        self.assertEqual(self.states()["conf-2025-08"], "obsolete")
        self.assertEqual(tree(self.output), before)
        os.remove(self.output / "conf-2025-08.pdf")
        os.remove(self.output / "conf-2025-08.xlsx")
        self.run_batch(self.job(report(query="SELECT meeting FROM meeting_card WHERE meeting <> 'conf-2025-08'")))
        self.assertNotIn("conf-2025-08", self.states())

    def test_only_leaves_the_records_of_other_reports_as_they_are(self):
        job = self.job(report(), report("lists", "attendance_list", "lists/{meeting}"))
        self.run_batch(job)
        before = {document["document"]: document for document in lasting(self.output)["documents"]}
        self.sql("UPDATE meetings SET theme = 'Другая тема' WHERE key = 'conf-2025-08'")
        self.run_batch(job, "--only", "protocols")
        after = {document["document"]: document for document in lasting(self.output)["documents"]}
        self.assertEqual(set(after), set(before))
        for name in before:
            if name.startswith("lists/"):
                self.assertEqual(after[name], before[name])
        self.assertEqual(after["conf-2025-08"]["state"], "made")
        self.assertIn("no report 'list'", self.run_batch(job, "--only", "list", code=2).stderr)

    def test_a_condition_leaves_documents_out(self):
        job = self.job(report(condition="SELECT count(*) FROM attendance_card WHERE meeting = :meeting AND :meeting = "
                                        "'conf-2025-08'"))
        self.run_batch(job)
        self.assertEqual(self.states(), {"conf-2025-08": "made"})

    def test_the_folder_of_an_organization_holds_only_its_own_documents(self):
        shipped = (whole.ROOT / "fixtures/monthly.toml").read_text()
        job = self.folder / "monthly.toml"
        job.write_text(shipped.replace("../build/demo/demo.db", "d.db").replace("../build/demo/monthly", "out"))
        self.run_batch(job, "--as-of", "2026-10-31")
        for document in manifest(self.output)["documents"]:
            for file in document["files"]:
                own = document["parameters"].get("organization", document["parameters"].get("meeting"))
                if own is None:  # of the district
                    self.assertEqual(pathlib.Path(file["path"]).parts[0], "district")
                    continue
                self.assertEqual(pathlib.Path(file["path"]).parts[1], own)


class ChangedByHand(Batch):
    def test_a_changed_file_stays_and_the_new_one_lies_beside_it(self):
        job = self.job()
        self.run_batch(job)
        right = (self.output / "conf-2025-08.pdf").read_bytes()
        (self.output / "conf-2025-08.pdf").write_bytes(right + b"% signed")
        done = self.run_batch(job)
        self.assertIn("изменён вручную: conf-2025-08.pdf; the new one is conf-2025-08 (новый 2026-10-31).pdf",
                      done.stderr)
        self.assertEqual((self.output / "conf-2025-08.pdf").read_bytes(), right + b"% signed")
        beside = self.output / "conf-2025-08 (новый 2026-10-31).pdf"
        self.assertEqual(beside.read_bytes(), right)
        record = next(d for d in manifest(self.output)["documents"] if d["document"] == "conf-2025-08")
        self.assertEqual(record["changed_by_hand"], ["conf-2025-08.pdf"])
        names = set(tree(self.output))
        for _ in range(2):
            self.run_batch(job)
            self.assertEqual(set(tree(self.output)), names)
            self.counts(kept=len(self.states()), changed_by_hand=1)

        self.sql("UPDATE meetings SET theme = 'Другая тема' WHERE key = 'conf-2025-08'")
        self.run_batch(job)
        self.assertEqual(set(tree(self.output)) - names, {"conf-2025-08 (новый 2026-10-31, 2).pdf"})
        self.assertEqual(beside.read_bytes(), right)
        self.assertEqual((self.output / "conf-2025-08.pdf").read_bytes(), right + b"% signed")

        os.remove(self.output / "conf-2025-08.pdf")
        self.run_batch(job)
        self.assertEqual(manifest(self.output)["counts"]["changed_by_hand"], 0)
        self.assertEqual((self.output / "conf-2025-08.pdf").read_bytes(),
                         (self.output / "conf-2025-08 (новый 2026-10-31, 2).pdf").read_bytes())

    def test_a_file_that_no_run_has_made_is_never_overwritten_not_even_by_force(self):
        self.output.mkdir()
        (self.output / "conf-2025-08.pdf").write_text("моё")
        self.run_batch(self.job(), "--force")
        self.assertEqual((self.output / "conf-2025-08.pdf").read_text(), "моё")
        self.assertIn("conf-2025-08 (новый 2026-10-31).pdf", tree(self.output))

    def test_verify_names_missing_changed_and_unknown_files(self):
        self.run_batch(self.job())
        done = self.run_batch("--verify", self.output)
        self.assertEqual(done.stdout, "")
        os.remove(self.output / "conf-2025-08.pdf")
        (self.output / "conf-2025-08.xlsx").write_text("x")
        (self.output / "чужой.txt").write_text("x")
        done = self.run_batch("--verify", self.output, code=1)
        self.assertEqual(done.stdout, "missing\tconf-2025-08.pdf\nchanged\tconf-2025-08.xlsx\nunknown\tчужой.txt\n")
        self.assertIn("cannot read", self.run_batch("--verify", self.folder / "none", code=3).stderr)


class Planning(Batch):
    def test_a_dry_run_prints_the_plan_and_writes_nothing(self):
        done = self.run_batch(self.job(), "--dry-run")
        self.assertFalse(self.output.exists())
        lines = done.stdout.splitlines()
        self.assertEqual(lines[0], "report\tfile\tformats\tparameters")
        self.assertIn("protocols\tconf-2025-08\tpdf,xlsx\tmeeting=conf-2025-08", lines)

    def test_names_that_collide_or_are_not_safe_are_errors_of_their_records_and_nothing_is_written(self):
        rows = " UNION ALL ".join(f"SELECT 'conf-2025-08' AS meeting, {name} AS name" for name in (
            "'Отчёт'", "'отчЁт'", "'../outside'", "'a/b'", "'nul'", "''", "'a' || char(8238) || 'b'", "'" + "ж" * 106 + "'"))
        done = self.run_batch(self.job(report(file="{name}", query=rows)), code=2)
        self.assertFalse(self.output.exists())
        for expected in (
                "report 'protocols', row 2 (meeting 'conf-2025-08', name 'отчЁт'): error[J212]: 'отчЁт' and 'Отчёт' are "
                "one name on some disks",
                "row 3 (meeting 'conf-2025-08', name '../outside'): error[J211]: '../outside' (name) cannot be a part of "
                "a file name: it holds '/'",
                "row 4", "row 5 (meeting 'conf-2025-08', name 'nul'): error[J211]: 'nul' cannot be a file name: 'nul' is "
                "the name of a device on Windows",
                "row 6 (meeting 'conf-2025-08', name ''): error[J211]: '' (name) cannot be a part of a file name: it is "
                "empty", "U+202E", "is 212 bytes long, more than 210"):
            self.assertIn(expected, done.stderr)

    def test_a_record_that_is_not_a_value_of_its_parameter_is_known_before_anything_is_written(self):
        done = self.run_batch(self.job(report("execution", "execution_report", "{organization}",
                                              "SELECT organization FROM organization_card WHERE organization = 'school-7'",
                                              {"organization": "{organization}", "period": "October"})), code=2)
        self.assertIn("report 'execution', row 1 (organization 'school-7'): error[B203]: parameter 'period' is 'October'",
                      done.stderr)
        self.assertFalse(self.output.exists())


class Failing(Batch):
    def test_one_document_that_fails_does_not_stop_the_others(self):
        rows = "SELECT meeting FROM meeting_card UNION ALL SELECT 'no-such' ORDER BY meeting"
        job = self.job(report(query=rows))
        done = self.run_batch(job, code=1)
        states = self.states()
        self.assertEqual(states.pop("no-such"), "failed")
        self.assertEqual(set(states.values()), {"made"})
        record = next(d for d in manifest(self.output)["documents"] if d["document"] == "no-such")
        self.assertEqual(record["diagnostics"][0]["severity"], "error")
        self.assertIn("no-such: ", done.stderr)
        self.assertIn("failed 1", done.stderr)
        self.run_batch(job, code=1)
        self.counts(kept=len(states), failed=1)

    def test_a_document_over_a_limit_fails_alone(self):
        self.template("long", tiny("SELECT full_name FROM attendance_card WHERE meeting = :meeting", "many", "<table "
                                   "each='meeting'><column title='ФИО'>{full_name}</column></table>", "Список"))
        people = {m["key"]: sum(a["meeting"] == m["key"] for a in whole.records("attendance"))
                  for m in whole.records("meetings")}
        most = sorted(people.values())[-2]
        self.run_batch(self.job(report(template="long.xml", formats=["pdf"]), head=f"row_limit = {most}"), code=1)
        failed = [name for name, state in self.states().items() if state == "failed"]
        self.assertEqual(failed, [key for key, count in people.items() if count > most])
        record = next(d for d in manifest(self.output)["documents"] if d["state"] == "failed")
        self.assertEqual(record["diagnostics"][0]["message"],
                         f"query 'meeting' gives more than {most} rows and was stopped")

    def test_a_failed_document_keeps_its_earlier_files(self):
        template = self.template("tiny", tiny())
        job = self.job(report(template=template, formats=["pdf"]))
        self.run_batch(job)
        before = tree(self.output)
        (self.folder / template).write_text(tiny(BY_MEETING + " AND meeting <> 'conf-2025-08'"))
        self.run_batch(job, code=1)
        self.assertEqual(self.states()["conf-2025-08"], "failed")
        self.assertEqual(tree(self.output), before)
        self.run_batch("--verify", self.output)
        (self.folder / template).write_text(tiny())
        self.run_batch(job)
        self.assertEqual(tree(self.output), before)
        self.assertEqual(manifest(self.output)["counts"]["changed_by_hand"], 0)

    def test_a_full_disk_ends_the_run_and_the_manifest_is_true(self):
        disk = self.folder / "disk"
        disk.mkdir()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "none", disk], capture_output=True)
        if mounted.returncode != 0:
            self.skipTest("no right to mount")
        self.addCleanup(subprocess.run, ["umount", disk])
        job = self.job(report(file="{meeting}-{i}", query=MANY.format(count=120)))
        self.output = disk / "out"
        done = self.run_batch(job, "--output", self.output, code=3)
        self.assertIn("No space left on device", done.stderr)
        found = manifest(self.output)
        self.assertEqual(found["state"], "stopped")
        self.assertGreater(found["counts"]["made"], 0)
        self.assertGreater(found["counts"]["pending"], 0)
        self.run_batch("--verify", self.output)
        subprocess.run(["mount", "-o", "remount,size=200m", disk], check=True)
        self.run_batch(job, "--output", self.output)
        self.counts(made=found["counts"]["pending"], kept=found["counts"]["made"])
        self.run_batch("--verify", self.output)

    def test_files_that_may_not_grow_end_the_run(self):
        """The snapshot is the first that is too large."""
        most = 20_000
        done = self.run_batch(self.job(), code=3,
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))
        self.assertRegex(done.stderr, r"svodka: cannot .*snapshot\.db")
        self.assertEqual(tree(self.output), {})

    def test_a_folder_where_nobody_may_write_is_an_error(self):
        done = self.run_batch(self.job(), "--output", "/proc/out", code=3)
        self.assertRegex(done.stderr, r"cannot make the folder /proc/out: ")

    def test_a_database_that_is_gone_or_damaged_leaves_the_folder_as_it_was(self):
        job = self.job()
        self.run_batch(job)
        before, said = tree(self.output), (self.output / "run.json").read_bytes()
        self.database.rename(self.folder / "away.db")
        self.assertIn("there is no database", self.run_batch(job, code=3).stderr)
        damaged = bytearray((self.folder / "away.db").read_bytes())
        damaged[8192:len(damaged) // 2] = bytes(len(damaged) // 2 - 8192)
        self.database.write_bytes(damaged)
        self.run_batch(job, "--force", code=3)
        self.assertEqual(tree(self.output), before)
        found = manifest(self.output)
        self.assertTrue((self.output / "run.json").read_bytes() == said or found["state"] == "stopped")
        self.run_batch("--verify", self.output)

    def test_a_second_run_in_the_folder_is_refused_and_names_the_first(self):
        job = self.job(report(file="{meeting}-{i}", query=MANY.format(count=400)))
        first = self.start(job)
        lock = self.output / ".svodka/lock"
        while not lock.exists() or not lock.read_text():
            time.sleep(0.005)
        done = self.run_batch(job, code=3)
        self.assertIn(f"another run (process {first.pid}) works in", done.stderr)
        first.send_signal(signal.SIGTERM)
        first.communicate()

    def test_all_documents_see_one_state_though_somebody_writes_meanwhile(self):
        self.sql("PRAGMA journal_mode = wal; UPDATE meetings SET theme = 'Тема 0'")
        self.template("pair", tiny("SELECT min(theme) AS theme, max(theme) AS other FROM meeting_card WHERE :meeting <> ''",
                                   body="<p>{meeting.theme}/{meeting.other}</p>",
                                   fields='<field name="other" type="text"/>'))
        run = self.start(self.job(report(template="pair.xml", file="{meeting}-{i}", query=MANY.format(count=150),
                                         formats=["pdf"])))
        connection = sqlite3.connect(self.database, timeout=30)
        connection.execute("PRAGMA synchronous = off")
        number = 0
        while run.poll() is None:
            number += 1
            connection.execute("UPDATE meetings SET theme = ?", (f"Тема {number}",))
            connection.commit()
        connection.close()
        self.assertEqual(run.returncode, 0, run.communicate()[1])
        self.assertGreater(number, 1)
        titles = {document["title"] for document in manifest(self.output)["documents"]}
        self.assertEqual(len(titles), 1)
        text = whole.pdf_text(self.output / "council-2026-04-40.pdf")
        theme = titles.pop().replace(" ", "")
        self.assertIn(f"{theme}/{theme}", text)


class Interrupted(Batch):
    def many(self, count):
        return self.job(report(template="attendance_list", file="{meeting}-{i}", query=MANY.format(count=count)))

    def test_sigterm_leaves_a_true_manifest_and_the_next_run_does_the_rest(self):
        job = self.many(600)
        run = self.start(job)
        journal = self.output / ".svodka/journal"
        while not journal.exists() or journal.stat().st_size == 0:
            self.assertIsNone(run.poll())
            time.sleep(0.002)
        run.send_signal(signal.SIGTERM)
        said = run.communicate()[1]
        self.assertEqual(run.returncode, 143, said)
        found = manifest(self.output)
        self.assertEqual((found["state"], found["reason"]), ("interrupted", "signal 15"))
        self.assertGreater(found["counts"]["pending"], 0)
        self.assertGreater(found["counts"]["made"], 0)
        self.assertEqual(os.listdir(self.output / ".svodka"), ["lock"])
        self.run_batch("--verify", self.output)
        self.assertEqual(len(tree(self.output)), 2 * found["counts"]["made"])
        self.assertIn("Запуск прерван", (self.output / "index.html").read_text())
        self.run_batch(job)
        self.counts(made=found["counts"]["pending"], kept=found["counts"]["made"])
        self.assertIn("Все документы готовы", (self.output / "index.html").read_text())

    def test_sigint_does_not_wait_for_a_long_query(self):
        endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000) "
        self.template("slow", tiny(endless + BY_MEETING + " AND (SELECT sum(i) FROM n) > 0"))
        run = self.start(self.job(report(template="slow.xml")))
        while not (self.output / ".svodka/journal").exists():
            self.assertIsNone(run.poll())
            time.sleep(0.01)
        time.sleep(0.3)
        run.send_signal(signal.SIGINT)
        began = time.monotonic()
        run.communicate()
        self.assertEqual(run.returncode, 130)
        self.assertLess(time.monotonic() - began, 10)
        self.assertEqual(set(self.states().values()), {"pending"})

    def test_killed_at_any_moment_no_file_is_partial_and_the_next_run_completes_the_tree(self):
        job = self.many(72)
        reference = self.folder / "reference"
        began = time.monotonic()
        self.run_batch(job, "--output", reference)
        duration = time.monotonic() - began
        right = tree(reference)
        said = {document["document"]: document["files"] for document in manifest(reference)["documents"]}
        chance = random.Random(20261031)
        landed = 0
        while landed < 50:
            shutil.rmtree(self.output, ignore_errors=True)
            for turn in range(4):
                run = self.start(job, *(["--force"] if turn % 2 else []))
                time.sleep(chance.uniform(0.01, 0.9 * duration))
                run.kill()
                run.communicate()
                landed += run.returncode == -signal.SIGKILL
                for path, content in tree(self.output).items():
                    self.assertEqual(content, right.get(path), path)
            self.run_batch(job)
            self.assertEqual(tree(self.output), right)
            self.assertEqual(os.listdir(self.output / ".svodka"), ["lock"])
            found = manifest(self.output)
            self.assertEqual({document["document"]: document["files"] for document in found["documents"]}, said)
            self.assertEqual(found["counts"]["changed_by_hand"], 0)
