// Validates PDF files by veraPDF's rules: VeraCheck FLAVOUR[,FLAVOUR]... FILE... (flavours: 2a, 2b, ua1).
// Prints a line a file and flavour, broken rules under it; the exit code is 1 when a file is not compliant.

import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class VeraCheck {
  private record Verdict(boolean compliant, String text) {}

  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    List<PDFAFlavour> flavours = new ArrayList<>();
    for (String name : arguments[0].split(",")) {
      PDFAFlavour flavour = PDFAFlavour.fromString(name);
      if (flavour == PDFAFlavour.NO_FLAVOUR) throw new IllegalArgumentException("unknown flavour " + name);
      flavours.add(flavour);
    }
    ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    List<Future<Verdict>> verdicts = new ArrayList<>();
    for (PDFAFlavour flavour : flavours) {
      for (int i = 1; i < arguments.length; ++i) {
        String file = arguments[i];
        verdicts.add(workers.submit(() -> check(file, flavour)));
      }
    }
    boolean allCompliant = true;
    for (Future<Verdict> verdict : verdicts) {
      System.out.print(verdict.get().text());
      allCompliant &= verdict.get().compliant();
    }
    workers.shutdown();
    System.exit(allCompliant ? 0 : 1);
  }

  private static Verdict check(String file, PDFAFlavour flavour) {
    VeraGreenfieldFoundryProvider.initialise();  // veraPDF keeps its state by thread
    try (InputStream in = new FileInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      StringBuilder text = new StringBuilder(String.format("%s %s: %s (%d checks)%n",
          result.isCompliant() ? "ok  " : "FAIL", flavour.getId(), file, result.getTotalAssertions()));
      TreeMap<String, String> broken = new TreeMap<>();  // the first place of each rule
      for (TestAssertion test : result.getTestAssertions()) {
        if (test.getStatus() != TestAssertion.Status.FAILED) continue;
        String rule = test.getRuleId().getClause() + "-" + test.getRuleId().getTestNumber();
        broken.putIfAbsent(rule, test.getMessage() + " @ " + test.getLocation().getContext());
      }
      broken.forEach((rule, message) -> text.append("       " + rule + " " + message + "\n"));
      return new Verdict(result.isCompliant(), text.toString());
    } catch (Exception error) {
      return new Verdict(false, String.format("FAIL %s: %s cannot be read: %s%n", flavour.getId(), file, error));
    }
  }
}
