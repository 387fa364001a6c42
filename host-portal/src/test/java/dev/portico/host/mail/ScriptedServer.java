package dev.portico.host.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** A mail server that answers some commands as the test says, and agrees to all others; an empty answer is silence. */
final class ScriptedServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Map<String, String> answers;

    ScriptedServer(Map<String, String> answers) throws IOException {
        this.answers = answers;
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        var out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8);
        out.print("220 ready\r\n");
        out.flush();
        boolean data = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (data && !line.equals(".")) {
                continue;
            }
            String command = data ? "." : line.split(" ")[0].toUpperCase(Locale.ROOT);
            data = command.equals("DATA");
            String answer = answers.getOrDefault(command, data ? "354 go on" : "250 fine");
            if (!answer.isEmpty()) {
                out.print(answer + "\r\n");
                out.flush();
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
