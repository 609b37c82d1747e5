// Validates PDF files by veraPDF's rules: VeraCheck FLAVOUR FILE... (FLAVOUR: 2a, 2b, ua1).
// Prints a line a file, broken rules under it; the exit code is 1 when a file is not compliant.

import java.io.FileInputStream;
import java.io.InputStream;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class VeraCheck {
  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    PDFAFlavour flavour = PDFAFlavour.fromString(arguments[0]);
    if (flavour == PDFAFlavour.NO_FLAVOUR) throw new IllegalArgumentException("unknown flavour " + arguments[0]);
    boolean allCompliant = true;
    for (int i = 1; i < arguments.length; ++i) {
      allCompliant &= check(arguments[i], flavour);
    }
    System.exit(allCompliant ? 0 : 1);
  }

  private static boolean check(String file, PDFAFlavour flavour) {
    try (InputStream in = new FileInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      System.out.printf("%s %s: %s (%d checks)%n", result.isCompliant() ? "ok  " : "FAIL", flavour.getId(), file,
          result.getTotalAssertions());
      TreeMap<String, String> broken = new TreeMap<>();  // the first place of each rule
      for (TestAssertion test : result.getTestAssertions()) {
        if (test.getStatus() != TestAssertion.Status.FAILED) continue;
        String rule = test.getRuleId().getClause() + "-" + test.getRuleId().getTestNumber();
        broken.putIfAbsent(rule, test.getMessage() + " @ " + test.getLocation().getContext());
      }
      broken.forEach((rule, message) -> System.out.println("       " + rule + " " + message));
      return result.isCompliant();
    } catch (Exception error) {
      System.out.printf("FAIL %s: %s cannot be read: %s%n", flavour.getId(), file, error);
      return false;
    }
  }
}
