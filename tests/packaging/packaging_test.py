"""What packaging/ installs, judged by systemd's own tools. docs/schedule.md."""
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

SVODKA, BUILD, CMAKE = (os.environ[name] for name in ("SVODKA", "BUILD", "CMAKE"))
MOST_EXPOSURE = "10"  # of 100: systemd calls 0 to 20 safe


def run(*command, **more):
    return subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **more)


class Packaging(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="svodka-packaging-")
        cls.addClassCleanup(cls.folder.cleanup)
        cls.root = pathlib.Path(cls.folder.name)
        done = run(CMAKE, "--install", BUILD, "--prefix", "/usr", env={**os.environ, "DESTDIR": cls.folder.name})
        if done.returncode != 0:
            raise AssertionError(done.stdout)
        cls.units = cls.root / "usr/lib/systemd/system"

    def unit_folder(self):
        """The units with the program of this build: the installed one is not in its place."""
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.folder.name))
        for unit in self.units.iterdir():
            text, changes = re.subn(r"^ExecStart=\S+/svodka ", f"ExecStart={SVODKA} ", unit.read_text(), flags=re.M)
            self.assertEqual(changes, unit.suffix == ".service", unit.name)
            (folder / unit.name).write_text(text)
        return folder

    def test_everything_a_schedule_needs_is_installed(self):
        for name in ("bin/svodka", "share/svodka/templates/protocol.xml", "share/svodka/templates/theme.toml",
                     "lib/systemd/system/svodka-batch@.service", "lib/systemd/system/svodka-batch@.timer",
                     "lib/sysusers.d/svodka.conf", "lib/tmpfiles.d/svodka.conf", "share/doc/svodka/schedule.md",
                     "share/doc/svodka/batch.md", "share/doc/svodka/examples/svodka.cron", "share/doc/svodka/examples/monthly.toml"):
            self.assertTrue((self.root / "usr" / name).is_file(), name)

    def test_no_placeholder_is_left(self):
        for path in (*self.units.iterdir(), self.root / "usr/share/doc/svodka/examples/svodka.cron"):
            self.assertNotRegex(path.read_text(), r"@CMAKE|@\w+@", path.name)

    def test_the_installed_program_finds_its_templates(self):
        done = run(self.root / "usr/bin/svodka", "list", "templates", cwd="/")
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn("execution_report", done.stdout)

    def test_systemd_finds_no_mistake_in_the_units(self):
        folder = self.unit_folder()
        for unit in ("svodka-batch@monthly.service", "svodka-batch@monthly.timer"):
            done = run("systemd-analyze", "verify", "--man=no", folder / unit)
            self.assertEqual((done.returncode, done.stdout), (0, ""), unit)

    def test_systemd_finds_a_mistake_when_there_is_one(self):
        folder = self.unit_folder()
        unit = folder / "svodka-batch@.service"
        unit.write_text(unit.read_text().replace("ProtectSystem=strict", "ProtectSystem=sometimes"))
        done = run("systemd-analyze", "verify", "--man=no", folder / "svodka-batch@monthly.service")
        self.assertIn("protect system value, ignoring: sometimes", done.stdout)

    def test_the_service_is_locked_in(self):
        command = ["systemd-analyze", "security", "--offline=yes", "--no-pager", f"--threshold={MOST_EXPOSURE}"]
        folder = self.unit_folder()
        done = run(*command, folder / "svodka-batch@.service")
        self.assertEqual(done.returncode, 0, done.stdout)
        unit = folder / "svodka-batch@.service"
        unit.write_text(re.sub(r"^(Protect|Private|Restrict|System|Capab)\w+=.*\n", "", unit.read_text(), flags=re.M))
        self.assertNotEqual(run(*command, unit).returncode, 0)

    def test_the_timer_comes_in_the_first_night_of_the_month(self):
        calendar = re.search(r"^OnCalendar=(.*)$", (self.units / "svodka-batch@.timer").read_text(), re.M).group(1)
        done = run("systemd-analyze", "calendar", "--iterations=3", "--base-time=2026-10-15 00:00:00", calendar,
                   env={**os.environ, "LC_ALL": "C", "TZ": "UTC"})
        self.assertEqual(re.findall(r"\d{4}-\d\d-\d\d \d\d:\d\d", done.stdout),
                         ["2026-11-01 02:00", "2026-12-01 02:00", "2027-01-01 02:00"], done.stdout)

    def test_the_user_and_its_folders_are_made(self):
        root = pathlib.Path(tempfile.mkdtemp(dir=self.folder.name))
        for folder in ("etc", "var/lib"):
            (root / folder).mkdir(parents=True)
        done = run("systemd-sysusers", f"--root={root}", self.root / "usr/lib/sysusers.d/svodka.conf")
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertRegex((root / "etc/passwd").read_text(), r"(?m)^svodka:.*:/var/lib/svodka:/usr/sbin/nologin$")
        if os.getuid() == 0:  # others cannot give folders away
            done = run("systemd-tmpfiles", f"--root={root}", "--create", self.root / "usr/lib/tmpfiles.d/svodka.conf")
            self.assertEqual(done.returncode, 0, done.stdout)
            self.assertEqual((root / "var/lib/svodka/documents").stat().st_mode & 0o777, 0o750)

    def test_the_system_calls_of_a_run_are_allowed(self):
        """A run under the unit's filter would fail at the first call that is not on the list."""
        unit = (self.units / "svodka-batch@.service").read_text()
        allowed, refused = (re.search(rf"^SystemCallFilter={sign}(@.*)$", unit, re.M).group(1).split() for sign in ("", "~"))

        def calls(groups):
            found, todo = set(), list(groups)
            while todo:
                listing = run("systemd-analyze", "syscall-filter", "--no-pager", todo.pop()).stdout
                words = [line.strip() for line in listing.splitlines()[1:]]
                found |= {word for word in words if re.fullmatch(r"\w+", word)}
                todo += [word for word in words if word.startswith("@")]
            return found

        listed = calls(allowed) - calls(refused)
        self.assertIn("openat", listed)
        self.assertNotIn("mount", listed)
        work = pathlib.Path(tempfile.mkdtemp(dir=self.folder.name))
        fixtures = pathlib.Path(__file__).resolve().parents[2] / "fixtures"
        run(SVODKA, "init", work / "d.db", check=True)
        run(SVODKA, "import", *sorted(fixtures.rglob("*.json")), "--db", work / "d.db", check=True)
        job = (fixtures / "monthly.toml").read_text().replace("../build/demo/demo.db", "d.db").replace("../build/demo/monthly", "out")
        (work / "job.toml").write_text(job)
        done = run("strace", "-f", "-qq", "-e", "signal=none", "-o", work / "calls", SVODKA, "batch", work / "job.toml",
                   "--as-of", "2026-10-31", env={**os.environ, "ASAN_OPTIONS": "detect_leaks=0"})
        self.assertEqual(done.returncode, 0, done.stdout)
        made = set(re.findall(r"^\d+\s+(\w+)\(", (work / "calls").read_text(), re.M))
        self.assertEqual(sorted(made - listed), [])
        self.assertTrue((work / "out/index.html").is_file())


if __name__ == "__main__":
    unittest.main()
