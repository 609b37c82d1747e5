// Makes folders of fictional runs: run.json, the files that it names, and index.html from it.
import { spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const folders = [];
process.on("exit", () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const REPORTS = [
  { name: "execution", title: "Отчёты об исполнении поручений", template: "execution_report", formats: ["pdf", "xlsx"] },
  { name: "protocols", title: "Протоколы", template: "protocol", formats: ["pdf"] },
];

const file = (path, bytes, more = {}) =>
  ({ path, format: path.endsWith(".xlsx") ? "xlsx" : "pdf", bytes, sha256: "0".repeat(64), pages: path.endsWith(".pdf") ? 4 : 0,
     rows: path.endsWith(".xlsx") ? 61 : 0, ...more });

export function message(code, text, more = {}) {
  return { severity: "error", code, context: "", message: text, hint: "", ...more };
}

// One execution report; `number` is that of the school.
export function report(number, state = "made", more = {}) {
  const stem = `execution/школа ${number}/отчёт № ${number} 100%`;
  const made = state === "made" || state === "kept";
  return {
    document: stem, report: "execution", state,
    title: state === "failed" ? "" : "Отчёт об исполнении поручений за октябрь 2026 г.",
    parameters: { organization: `school-${number}`, period: "2026-10" },
    row: { organization: `school-${number}`, short_name: `МБОУ «СОШ № ${number}»` },
    files: made ? [file(`${stem}.pdf`, 61234 + number), file(`${stem}.xlsx`, 20480)] : [],
    earlier: state === "obsolete" ? [file(`${stem}.pdf`, 5000)] : [], changed_by_hand: [], milliseconds: 21, diagnostics: [],
    fingerprint: "", look: "", content: "", ...more,
  };
}

export function protocol(number, state = "made") {
  const stem = `protocols/conf-${number}`;
  return {
    ...report(number, state), document: stem, report: "protocols", title: `Протокол № ${number} совещания руководителей`,
    parameters: { meeting: `conf-${number}` }, row: { meeting: `conf-${number}` },
    files: state === "made" ? [file(`${stem}.pdf`, 48000)] : [],
  };
}

// A school whose report somebody has signed; the new one lies beside it.
export function changed(number) {
  const made = report(number);
  const signed = made.files[0].path;
  const beside = signed.replace(".pdf", " (новый 2026-10-31).pdf");
  return { ...made, files: [{ ...made.files[0], path: beside, beside: signed }, made.files[1]],
           earlier: [file(signed, 60000)], changed_by_hand: [signed] };
}

export function run(documents, more = {}) {
  const counts = { made: 0, kept: 0, empty: 0, failed: 0, obsolete: 0, pending: 0, changed_by_hand: 0 };
  for (const one of documents) {
    counts[one.state] += 1;
    counts.changed_by_hand += one.changed_by_hand.length > 0;
  }
  return { format: 1, svodka: "0.1.0", job: "monthly.toml", state: "finished", reason: "", as_of: "2026-10-31", period: "2026-10",
           period_name: "октябрь 2026 г.", snapshot: "0".repeat(64), started: "2026-11-01T02:00:00+03:00",
           finished: "2026-11-01T02:00:07+03:00", seconds: 66.81, counts, reports: REPORTS, documents, ...more };
}

// The folder, with index.html.
export function folder(manifest) {
  const root = mkdtempSync(join(tmpdir(), "svodka-page-"));
  folders.push(root);
  for (const one of manifest.documents) {
    for (const path of [...one.files, ...one.earlier].map((entry) => entry.path).concat(one.changed_by_hand)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      if (manifest.documents.length < 1000) writeFileSync(join(root, path), "%PDF-1.7\n");
    }
  }
  const { documents, ...head } = manifest;
  const lines = Object.entries(head).map(([name, value]) => `"${name}": ${JSON.stringify(value)},\n`);
  writeFileSync(join(root, "run.json"), `{\n${lines.join("")}"documents": [\n`);
  appendFileSync(join(root, "run.json"), `${documents.map((one) => JSON.stringify(one)).join(",\n")}\n]\n}\n`);
  makePage(root);
  return root;
}

export function makePage(root) {
  const made = spawnSync(process.env.MAKE_PAGE, [root], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(`make_page: ${made.stderr}${made.error ?? ""}`);
}

// What a tired secretary finds after a bad night.
export function badNight() {
  const documents = [];
  for (let number = 1; number <= 230; number += 1) {
    if (number % 50 === 7) {
      documents.push(report(number, "failed", { diagnostics: [
        message("B204", `query 'school' found no row for organization = 'school-${number}'`,
                { context: "execution_report.xml:12:5", hint: "svodka list organizations shows the keys" })] }));
    } else if (number === 41) {
      documents.push(report(number, "failed", { earlier: [file("execution/школа 41/отчёт № 41 100%.pdf", 50000)], diagnostics: [
        message("", "query 'assignments' on snapshot.db took longer than 30 s and was stopped")] }));
    } else if (number === 30) documents.push(changed(number));
    else if (number % 10 === 0) documents.push(report(number, "kept"));
    else if (number === 5) documents.push(report(number, "empty"));
    else if (number === 12) documents.push(report(number, "made", { diagnostics: [
      message("L102", "'превысокомногорассмотрительствующий' is wider than its column", { severity: "warning" })] }));
    else documents.push(report(number));
  }
  documents.push(protocol(3), protocol(4), protocol(11), report(900, "obsolete"));
  return run(documents);
}
