package dev.jox.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.spi.connector.transport.TransportListener;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.transfer.TransferEvent.EventType;
import org.eclipse.aether.transfer.TransferListener;
import org.eclipse.aether.transfer.TransferResource;
import org.jspecify.annotations.Nullable;

/** Tells Maven how a download goes, so that it prints its own progress, or none with {@code -ntp} and {@code -q}. */
final class TransferReport extends TransportListener {
    private final RepositorySystemSession session;
    private final @Nullable TransferListener listener;
    private final TransferResource resource;
    private final PartialFile arrived;
    private long transferred;

    TransferReport(RepositorySystemSession session, UrlParts parts, Path file, PartialFile arrived) {
        this.session = session;
        this.listener = session.getTransferListener();
        this.resource = new TransferResource(
                parts.host(), parts.base(), parts.resource().toString(), file.toFile(), null);
        this.arrived = arrived;
    }

    void started() throws TransferCancelledException {
        if (listener != null) {
            listener.transferInitiated(event(EventType.INITIATED, e -> {}));
        }
    }

    @Override
    public void transportStarted(long dataOffset, long dataLength) throws TransferCancelledException {
        try {
            arrived.begin(dataOffset);
        } catch (IOException e) {
            throw cancelled(e);
        }
        resource.setContentLength(dataLength);
        resource.setResumeOffset(dataOffset);
        transferred = dataOffset;
        if (listener != null) {
            listener.transferStarted(event(EventType.STARTED, e -> {}));
        }
    }

    @Override
    public void transportProgressed(ByteBuffer data) throws TransferCancelledException {
        try {
            arrived.append(data);
        } catch (IOException e) {
            throw cancelled(e);
        }
        transferred += data.remaining();
        if (listener != null) {
            listener.transferProgressed(event(EventType.PROGRESSED, e -> e.setDataBuffer(data)));
        }
    }

    void succeeded() {
        if (listener != null) {
            listener.transferSucceeded(event(EventType.SUCCEEDED, e -> {}));
        }
    }

    void failed(Exception cause) {
        if (listener != null) {
            listener.transferFailed(event(EventType.FAILED, e -> e.setException(cause)));
        }
    }

    private TransferEvent event(EventType type, Consumer<TransferEvent.Builder> more) {
        TransferEvent.Builder builder = new TransferEvent.Builder(session, resource)
                .setRequestType(TransferEvent.RequestType.GET)
                .setType(type)
                .setTransferredBytes(transferred);
        more.accept(builder);
        return builder.build();
    }

    private static TransferCancelledException cancelled(IOException e) {
        return new TransferCancelledException("what arrives cannot be written down: " + e.getMessage(), e);
    }
}
