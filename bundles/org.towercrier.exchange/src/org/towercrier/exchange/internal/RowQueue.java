package org.towercrier.exchange.internal;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** The way from the reading thread to the storing thread. */
final class RowQueue {

    /** What travels. */
    sealed interface Item {
    }

    /** Rows of a file. */
    record Rows(RowBlock block) implements Item {
    }

    /** The file is refused: its rows go. */
    record Discard(int file) implements Item {
    }

    /** The reader is through with everything. */
    record End() implements Item {
    }

    private final BlockingQueue<Item> items = new ArrayBlockingQueue<>(16);
    private volatile boolean closed;

    /** @throws CancellationException when the storing side has given up */
    void put(Item item) {
        try {
            while (!items.offer(item, 100, TimeUnit.MILLISECONDS)) {
                if (closed) {
                    throw new CancellationException();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    /** The next item; waits for it. @throws CancellationException when interrupted */
    Item take() {
        try {
            return items.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    /** The storing side takes nothing any more. */
    void close() {
        closed = true;
        items.clear();
    }
}
