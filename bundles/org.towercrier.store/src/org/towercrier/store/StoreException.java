package org.towercrier.store;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;

/**
 * Something about the store went wrong. It says in one sentence what happened and in one what to do, in the language of
 * the user.
 */
public sealed class StoreException extends Exception permits StoreLockedException, StoreReadOnlyException,
        StoreFullException, StoreDamagedException, StoreFormatException, StoreLayoutException, StoreCancelledException,
        StoreClosedException,
        StoreBusyException, StoreStatementException, DocumentConflictException, DocumentDamagedException,
        DocumentMissingException {

    private static final long serialVersionUID = 1L;
    private static final String BUNDLE = "org.towercrier.store.messages";

    private final String key;
    private final transient Object[] arguments;

    /**
     * @param key       the prefix of the message keys {@code <key>_What} and {@code <key>_Remedy}
     * @param cause     may be null
     * @param arguments of the messages
     */
    protected StoreException(String key, Throwable cause, Object... arguments) {
        super(text(key + "_What", Locale.ROOT, arguments) + ' ' + text(key + "_Remedy", Locale.ROOT, arguments), cause);
        this.key = Objects.requireNonNull(key);
        this.arguments = arguments.clone();
    }

    /** One sentence: what happened. */
    public String what(Locale locale) {
        return text(key + "_What", locale, arguments);
    }

    /** One sentence: what to do about it. */
    public String remedy(Locale locale) {
        return text(key + "_Remedy", locale, arguments);
    }

    @Override
    public String getLocalizedMessage() {
        return what(Locale.getDefault()) + ' ' + remedy(Locale.getDefault());
    }

    private static String text(String key, Locale locale, Object[] arguments) {
        ResourceBundle.Control noFallback = ResourceBundle.Control
                .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        String pattern = ResourceBundle.getBundle(BUNDLE, locale, StoreException.class.getClassLoader(), noFallback)
                .getString(key);
        return new MessageFormat(pattern, locale).format(arguments);
    }
}
