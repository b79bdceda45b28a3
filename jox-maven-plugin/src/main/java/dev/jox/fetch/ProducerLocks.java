package dev.jox.fetch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Locks with names, each held by one thread on this machine. File locks belong to the whole JVM and do not exclude its threads from each
 * other, so a lock inside the JVM is taken first, then the one on the file. The operating system drops a dead process's lock. The empty
 * lock files stay: removing one would let two processes lock different files of the same name.
 */
final class ProducerLocks {
    private static final long POLL_MILLIS = 20;
    private static final ConcurrentMap<Path, ReentrantLock> IN_THIS_JVM = new ConcurrentHashMap<>();

    private final Path folder;

    /** A lock that this thread holds until it is closed. */
    static final class Held implements AutoCloseable {
        private final String name;
        private final ReentrantLock inJvm;
        private final FileChannel channel;

        private Held(String name, ReentrantLock inJvm, FileChannel channel) {
            this.name = name;
            this.inJvm = inJvm;
            this.channel = channel;
        }

        String name() {
            return name;
        }

        @Override
        public void close() throws IOException {
            try {
                channel.close(); // releases the lock on the file
            } finally {
                inJvm.unlock();
            }
        }
    }

    ProducerLocks(Path folder) {
        this.folder = folder;
    }

    /** Waits until nobody else holds the lock. */
    Held acquire(String name) throws IOException {
        ReentrantLock inJvm = inJvm(name);
        if (inJvm.isHeldByCurrentThread()) {
            throw new IllegalStateException("the producer of " + name + " asks for what it is about to produce");
        }
        inJvm.lock();
        return lockFile(name, inJvm, true).orElseThrow();
    }

    /** Takes the lock if nobody holds it. */
    Optional<Held> tryAcquire(String name) throws IOException {
        ReentrantLock inJvm = inJvm(name);
        if (inJvm.isHeldByCurrentThread() || !inJvm.tryLock()) {
            return Optional.empty();
        }
        return lockFile(name, inJvm, false);
    }

    private ReentrantLock inJvm(String name) {
        return IN_THIS_JVM.computeIfAbsent(folder.resolve(name), n -> new ReentrantLock());
    }

    private Optional<Held> lockFile(String name, ReentrantLock inJvm, boolean wait) throws IOException {
        boolean locked = false;
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            locked = wait ? lock(channel) : tryLock(channel);
            return locked ? Optional.of(new Held(name, inJvm, channel)) : Optional.empty();
        } finally {
            if (!locked) {
                channel.close();
                inJvm.unlock();
            }
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        while (true) {
            try {
                FileLock lock = channel.lock();
                return lock.isValid();
            } catch (OverlappingFileLockException e) {
                // another copy of this class in the same JVM: Maven loads a plugin's extensions apart from its goals
                sleep();
            }
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void sleep() throws IOException {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("interrupted while waiting for another producer");
        }
    }
}
