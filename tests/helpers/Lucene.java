import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Makes the terms of texts with Lucene, by the analyzer of a Solr schema.
 *
 * <p>Arguments: the folder of the schema and its files; a file with a text a line; the file for the terms, a line for each text,
 * with spaces between.
 */
class Lucene {
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Analyzer analyzer = analyzerOf(folder);
    StringBuilder terms = new StringBuilder();
    for (String text : Files.readAllLines(Path.of(arguments[1]))) terms.append(termsOf(analyzer, text)).append('\n');
    Files.writeString(Path.of(arguments[2]), terms, StandardCharsets.UTF_8);
  }

  private static Analyzer analyzerOf(Path folder) throws Exception {
    var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(folder.resolve("managed-schema.xml").toFile());
    NodeList parts = document.getElementsByTagName("analyzer").item(0).getChildNodes();
    var builder = CustomAnalyzer.builder(folder);
    for (int index = 0; index < parts.getLength(); index++) {
      if (!(parts.item(index) instanceof Element part)) continue;
      Map<String, String> settings = new HashMap<>();
      for (int at = 0; at < part.getAttributes().getLength(); at++) {
        var attribute = part.getAttributes().item(at);
        if (!attribute.getNodeName().equals("class")) settings.put(attribute.getNodeName(), attribute.getNodeValue());
      }
      switch (part.getTagName()) {
        case "charFilter" -> builder.addCharFilter(nameOf(part, "CharFilterFactory"), settings);
        case "tokenizer" -> builder.withTokenizer(nameOf(part, "TokenizerFactory"), settings);
        case "filter" -> builder.addTokenFilter(nameOf(part, "FilterFactory"), settings);
        default -> throw new IllegalArgumentException(part.getTagName());
      }
    }
    return builder.build();
  }

  /** Lucene's name of a part that Solr names by its class. */
  private static String nameOf(Element part, String kind) {
    String name = part.getAttribute("class");
    return name.substring("solr.".length(), name.length() - kind.length());
  }

  private static String termsOf(Analyzer analyzer, String text) throws Exception {
    StringBuilder terms = new StringBuilder();
    try (TokenStream stream = analyzer.tokenStream("text", text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) terms.append(terms.isEmpty() ? "" : " ").append(term);
      stream.end();
    }
    return terms.toString();
  }
}
