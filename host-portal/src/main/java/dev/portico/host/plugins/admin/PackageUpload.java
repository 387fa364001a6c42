package dev.portico.host.plugins.admin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;

/**
 * Receives a package. All of it happens on the thread of the upload, which is signed in as the user but does not hold
 * the window up.
 */
class PackageUpload implements UploadHandler {

    private final int largest;
    private final transient Receiver receiver;

    /** What becomes of a file. */
    interface Receiver {

        /**
         * All of it is there.
         *
         * @param ui the window it was chosen in, not locked
         * @param file at most one byte longer than allowed
         */
        void received(UI ui, String name, byte[] file);
    }

    PackageUpload(int largest, Receiver receiver) {
        this.largest = largest;
        this.receiver = receiver;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        byte[] file;
        try (InputStream stream = event.getInputStream()) {
            // why one more: the check of the package says that it is too large, with the limit and the remedy
            file = stream.readNBytes(largest + 1);
        }
        receiver.received(ui, event.getFileName(), file);
    }
}
