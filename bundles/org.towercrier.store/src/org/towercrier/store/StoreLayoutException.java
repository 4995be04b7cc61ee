package org.towercrier.store;

/** A table of an earlier build holds a value that the column of today cannot take; the store is left as it was. */
public final class StoreLayoutException extends StoreException {

    private static final long serialVersionUID = 1L;

    /**
     * @param table  the table
     * @param column the column whose type has changed
     * @param found  its type in the store
     * @param wanted its type in the model
     * @param value  one that does not fit
     */
    public StoreLayoutException(String table, String column, String found, String wanted, String value) {
        super("Layout", null, table, column, found, wanted, value);
    }
}
