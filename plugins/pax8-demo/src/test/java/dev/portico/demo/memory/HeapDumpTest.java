package dev.portico.demo.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeapDumpTest {

    @TempDir
    Path folder;

    /** As a cache does that forgets to forget. */
    private static final class Leak {
        private static Map<String, List<Object>> forgotten = Map.of();
    }

    private static final class LeakedLoader extends URLClassLoader {
        LeakedLoader() {
            super(new URL[0]);
        }
    }

    private static final class CollectedLoader extends URLClassLoader {
        CollectedLoader() {
            super(new URL[0]);
        }
    }

    @AfterEach
    void mend() {
        Leak.forgotten = Map.of();
    }

    @Test
    void namesEveryStepFromTheStaticFieldToTheLeakedLoader() throws Exception {
        Leak.forgotten = Map.of("plugin", List.of(new LeakedLoader()));

        List<String> paths = dump().pathsTo(LeakedLoader.class.getName());

        assertThat(paths).singleElement().asString()
                .startsWith("root: ")
                .contains("class " + Leak.class.getName() + " static .forgotten")
                .containsSubsequence("forgotten", "java.util.ImmutableCollections$Map1", ".v0", ".e0", "LeakedLoader#1");
    }

    @Test
    void findsNothingThatWasCollected() throws Exception {
        WeakReference<Object> weak = new WeakReference<>(new CollectedLoader());

        assertThat(dump().pathsTo(CollectedLoader.class.getName())).isEmpty();
        assertThat(weak.refersTo(null)).isTrue();
    }

    @Test
    void countsAndMeasuresFromOutside() {
        JavaProcess self = new JavaProcess(ProcessHandle.current().pid());
        Leak.forgotten = Map.of("plugin", List.of(new LeakedLoader(), new LeakedLoader()));

        assertThat(self.liveInstances(LeakedLoader.class.getName())).isEqualTo(2);
        assertThat(self.liveInstances("dev.portico.NoSuchClass")).isZero();
        assertThat(self.usedMetaspace()).isBetween(1_000L, 1_000_000L);
        assertThat(self.dump(folder.resolve("self.hprof")).pathsTo(LeakedLoader.class.getName())).hasSize(2);
    }

    private HeapDump dump() throws Exception {
        Path file = folder.resolve("heap.hprof");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file.toString(), true);
        return HeapDump.read(file);
    }
}
