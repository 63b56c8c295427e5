import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4Plugin;

/** Runs a node of OpenSearch in a folder until its input ends; tells its port. */
public class OpenSearchServer {
  static class Server extends Node {
    Server(Settings settings, Collection<Class<? extends Plugin>> plugins) {
      super(InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "tests"), plugins, false);
    }

    int port() {
      return injector().getInstance(HttpServerTransport.class).boundAddress().publishAddress().getPort();
    }
  }

  public static void main(String[] args) throws Exception {
    Settings settings = Settings.builder()
        .put("path.home", args[0])
        .put("cluster.name", "tests")
        .put("node.name", "tests")
        .put("discovery.type", "single-node")
        .put("network.host", "127.0.0.1")
        .put("http.type", "netty4")
        .put("http.port", "0")
        .put("transport.type", "netty4")
        .put("transport.port", "0")
        .put("cluster.routing.allocation.disk.threshold_enabled", false)
        .build();
    Server node = new Server(settings, List.of(Netty4Plugin.class, CommonAnalysisPlugin.class));
    node.start();
    System.out.println("port " + node.port());
    while (System.in.read() >= 0) {}
    System.exit(0);
  }
}
