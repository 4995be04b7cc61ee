package org.towercrier.customer.internal.table;

import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jooq.Condition;
import org.jooq.Field;
import org.towercrier.customer.internal.base.CustomerBase;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.store.TableSchema;

/** What is typed to find somebody: the beginning of an identity in any case, or a telephone number. */
final class Words {

    private static final int FEW_LETTERS = 2;
    private static final TableSchema CUSTOMERS = TableSchema.of(Literals.CUSTOMER);

    private Words() {
    }

    /** Rows that fit. A beginning is a range of an ordered column as far as can be: whole blocks of other rows are then not looked at. */
    static Condition condition(Field<String> id, String typed) {
        if (typed.isEmpty()) {
            return noCondition();
        }
        Condition begins = typed.chars().filter(Character::isLetter).count() <= FEW_LETTERS && typed.chars().allMatch(Words::plain)
                ? or(beginnings(typed).stream().map(each -> id.ge(each).and(id.lt(after(each)))).toList())
                : lower(id).startsWith(typed.toLowerCase(Locale.ROOT));
        boolean number = typed.chars().noneMatch(Character::isLetter);
        return number ? begins.or(id.in(select(CUSTOMERS.field(CustomerBase.ID, String.class)).from(CUSTOMERS.table())
                .where(CUSTOMERS.field("phone", String.class).eq(typed)))) : begins;
    }

    private static boolean plain(int character) {
        return character >= ' ' && character < '~';
    }

    /** All ways to write some letters small or large. */
    private static List<String> beginnings(String typed) {
        List<String> all = new ArrayList<>(List.of(""));
        for (char each : typed.toCharArray()) {
            List<String> longer = new ArrayList<>();
            for (String begun : all) {
                longer.add(begun + Character.toUpperCase(each));
                if (Character.isLetter(each)) {
                    longer.add(begun + Character.toLowerCase(each));
                }
            }
            all = longer;
        }
        return all;
    }

    /** The first text that is behind all that begin so. */
    private static String after(String beginning) {
        int last = beginning.length() - 1;
        return beginning.substring(0, last) + (char) (beginning.charAt(last) + 1);
    }
}
