package dev.jox.fetch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where cache entries are made before they are published. A temporary is named by its lock, then a dot and something random: whoever
 * gets the lock knows that nobody works on it any more, across processes and containers alike, and may delete it.
 */
final class Workshop {
    private final Path folder;
    private final ProducerLocks locks;

    Workshop(Path folder, ProducerLocks locks) {
        this.folder = folder;
        this.locks = locks;
    }

    /** A path for a new temporary of the lock's holder. */
    Path place(ProducerLocks.Held held) throws IOException {
        Files.createDirectories(folder);
        return folder.resolve(held.name() + "." + UUID.randomUUID());
    }

    /** Deletes what producers left that are no more: those of this lock, and those of locks that nobody holds. */
    void clean(ProducerLocks.Held held) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> temporaries;
        try (Stream<Path> list = Files.list(folder)) {
            temporaries = list.toList();
        }
        for (Path temporary : temporaries) {
            String file = temporary.getFileName().toString();
            String name = file.substring(0, Math.max(file.lastIndexOf('.'), 0));
            if (name.equals(held.name())) {
                delete(temporary);
            } else if (!name.isEmpty()) {
                Optional<ProducerLocks.Held> free = locks.tryAcquire(name);
                if (free.isPresent()) {
                    try (ProducerLocks.Held other = free.get()) {
                        delete(temporary);
                    }
                }
            }
        }
    }

    /** Deletes a file or a folder with everything in it, if it is there; links are not followed. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
