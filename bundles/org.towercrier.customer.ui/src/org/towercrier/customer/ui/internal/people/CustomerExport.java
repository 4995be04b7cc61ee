package org.towercrier.customer.ui.internal.people;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.towercrier.customer.CustomerException;
import org.towercrier.customer.ui.internal.Texts;
import org.towercrier.store.Cancellation;
import org.towercrier.store.StoreException;
import org.towercrier.ui.table.PageExport;
import org.towercrier.ui.table.PageQuery;
import org.towercrier.ui.table.PageSource;
import org.towercrier.ui.view.StoreJob;

/** Writes all customers that the table shows to a file, portion by portion; masked as they are shown. A cancelled export leaves no file. */
final class CustomerExport extends StoreJob {

    private static final int PORTION = 10_000;

    private final Texts texts;
    private final CustomerSource source;
    private final PageQuery query;
    private final PageExport<CustomerRow> export;
    private final Path file;

    CustomerExport(Texts texts, CustomerSource source, PageQuery query, PageExport<CustomerRow> export, Path file) {
        super(texts.get("Customers_Export"));
        this.texts = texts;
        this.source = source;
        this.query = query;
        this.export = export;
        this.file = file;
    }

    @Override
    protected IStatus work(Cancellation cancellation) throws StoreException {
        boolean whole = false;
        try {
            try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                write(out, cancellation);
                whole = true;
            } finally {
                if (!whole) {
                    Files.deleteIfExists(file);
                }
            }
            return whole ? Status.OK_STATUS : Status.CANCEL_STATUS;
        } catch (IOException | CustomerException failure) {
            return Status.error(texts.get("Customers_ExportFailed", file, failure.getLocalizedMessage()), failure);
        }
    }

    private void write(Writer out, Cancellation cancellation) throws IOException, CustomerException, StoreException {
        export.header(out);
        long matching = 1;
        for (int offset = 0; offset < matching; offset += PORTION) {
            PageSource.Rows<CustomerRow> rows = source.read(query, offset, PORTION, cancellation);
            matching = rows.matching();
            export.rows(out, rows.rows());
            cancellation.progress(matching == 0 ? 1 : Math.min(1, (offset + PORTION) / (double) matching));
        }
    }
}
