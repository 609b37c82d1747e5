"""When a file cannot be written there is an error that names it, and nothing half-written is left."""
import os
import resource
import subprocess
import unittest

import whole


class Failures(unittest.TestCase):
    def render(self, folder, name="p", formats="pdf,xlsx", **options):
        return subprocess.run([whole.SVODKA, "render", "protocol", "--db", whole.district(), "--as-of", whole.AS_OF,
                               "--set", "meeting=conf-2025-08", "--output", folder / name, "--format", formats],
                              capture_output=True, text=True, cwd=whole.ROOT, **options)

    def test_a_full_disk_is_an_error_and_leaves_no_file(self):
        """A limit on the size of files stands for the full disk: the write fails in the middle all the same."""
        folder = whole.folder() / "full"
        folder.mkdir()
        most = 20_000
        done = self.render(folder, formats="pdf",
                           preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertIn(f"cannot write {folder}/p.pdf: File too large", done.stderr)
        self.assertEqual(os.listdir(folder), [])

    def test_a_full_disk_keeps_the_files_that_were_there(self):
        folder = whole.folder() / "kept"
        folder.mkdir()
        self.assertEqual(self.render(folder).returncode, 0)
        before = {name: (folder / name).read_bytes() for name in ("p.pdf", "p.xlsx")}
        most = 20_000
        done = self.render(folder, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))
        self.assertEqual(done.returncode, 3)
        self.assertEqual({name: (folder / name).read_bytes() for name in os.listdir(folder)}, before)

    def test_a_folder_where_nobody_may_write_is_an_error(self):
        done = self.render(whole.pathlib.Path("/proc"))  # also for root
        self.assertEqual(done.returncode, 3)
        self.assertRegex(done.stderr, r"cannot write /proc/p\.pdf: ")

    def test_a_folder_that_is_not_there_is_an_error(self):
        done = self.render(whole.folder() / "none")
        self.assertEqual(done.returncode, 2)
        self.assertIn(f"{whole.folder()}/none", done.stderr)
