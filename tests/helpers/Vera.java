import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/**
 * Judges PDFs with veraPDF.
 *
 * <p>Arguments: a file with a line for each judgement, the standard (as veraPDF names it: ua1, 3a) and a PDF, with a tab between;
 * the file for the answers, a line each: the rules that fail, by clause and test, with spaces between.
 */
class Vera {
  public static void main(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    List<String> answers = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(arguments[0]), StandardCharsets.UTF_8)) {
      String[] asked = line.split("\t");
      answers.add(String.join(" ", failing(PDFAFlavour.fromString(asked[0]), Path.of(asked[1]))));
    }
    Files.write(Path.of(arguments[1]), answers, StandardCharsets.UTF_8);
  }

  private static TreeSet<String> failing(PDFAFlavour flavour, Path file) throws Exception {
    TreeSet<String> rules = new TreeSet<>();
    try (InputStream content = Files.newInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(content, flavour)) {
      // Every failure of every rule, and none of what passes.
      PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, Integer.MAX_VALUE, false, false, false);
      for (TestAssertion assertion : validator.validate(parser).getTestAssertions())
        if (assertion.getStatus() == TestAssertion.Status.FAILED)
          rules.add(assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber());
    }
    return rules;
  }
}
