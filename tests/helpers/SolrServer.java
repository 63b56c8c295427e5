import org.apache.solr.embedded.JettyConfig;
import org.apache.solr.embedded.JettySolrRunner;

/** Runs Solr on the cores of a folder until its input ends; tells its port. */
public class SolrServer {
  public static void main(String[] args) throws Exception {
    JettySolrRunner solr = new JettySolrRunner(args[0], JettyConfig.builder().setContext("/solr").setPort(0).build());
    solr.start();
    System.out.println("port " + solr.getLocalPort());
    while (System.in.read() >= 0) {}
    System.exit(0);
  }
}
