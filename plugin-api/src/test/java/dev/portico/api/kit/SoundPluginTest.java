package dev.portico.api.kit;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract is met by a sound plugin. */
class SoundPluginTest extends PluginContract {

    SoundPluginTest(@TempDir Path sound) throws IOException {
        super(new SoundPlugin(), ContractUnderTest.loader(sound, SoundPlugin.RESOURCES));
    }
}
