"""Every PDF of the demo is sound, its fonts are embedded subsets, and its text can be copied exactly."""
import subprocess
import unittest

import pikepdf
import whole


def fonts(pdf):
    """(name, embedded, subset, has Unicode) of every font, as pdffonts tells."""
    lines = subprocess.run(["pdffonts", pdf], capture_output=True, check=True, text=True).stdout.splitlines()[2:]
    return [(line.split()[0], *line.split()[-5:-2]) for line in lines]


class Files(unittest.TestCase):
    def test_every_pdf_is_sound_and_embeds_its_fonts(self):
        for name, report, parameters in whole.demo_reports():
            with self.subTest(name):
                pdf = f"{whole.render(report, whole.folder() / name.replace(' ', '-'), **parameters)}.pdf"
                checked = subprocess.run(["qpdf", "--check", pdf], capture_output=True, text=True)
                self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)
                self.assertTrue(fonts(pdf))
                for font, embedded, subset, unicode in fonts(pdf):
                    self.assertEqual((embedded, subset, unicode), ("yes", "yes", "yes"), font)

    def test_russian_text_is_copied_exactly(self):
        pdf = f"{whole.render('protocol', whole.folder() / 'text', meeting='conf-2025-08')}.pdf"
        with pikepdf.open(pdf) as opened:
            reader = whole.StructureReader(opened)
            paragraphs = {reader.text(p).rstrip(" ") for p in reader.find(reader.root, "/P")}
        theme = next(m["theme"] for m in whole.records("meetings") if m["key"] == "conf-2025-08")
        self.assertIn(f"«{theme}»", paragraphs)
        heard = next(a["heard"] for a in whole.records("agenda_items") if a["key"] == "conf-2025-08-a1")
        self.assertIn(f"СЛУШАЛИ: {heard}", paragraphs)
        everything = "".join(paragraphs)
        for character in "«»–№ё":
            self.assertIn(character, everything)

    def test_title_language_and_date_come_from_the_report(self):
        pdf = f"{whole.render('protocol', whole.folder() / 'title', meeting='conf-2025-08')}.pdf"
        with pikepdf.open(pdf) as opened:
            self.assertEqual(str(opened.docinfo.Title), "Протокол совещания № 4 от 28.08.2025")
            self.assertEqual(str(opened.Root.Lang), "ru-RU")
            self.assertIn("20261031", str(opened.docinfo.CreationDate))


if __name__ == "__main__":
    unittest.main()
