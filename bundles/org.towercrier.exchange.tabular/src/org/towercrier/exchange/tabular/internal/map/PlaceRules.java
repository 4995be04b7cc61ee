package org.towercrier.exchange.tabular.internal.map;

/** Gives sites, regions and whatever else has a name or a place an identity when the file has none. */
final class PlaceRules implements Finish {

    @Override
    public void apply(Draft row) {
        if (row.has("id") && row.text("id").isEmpty()) {
            row.text("name").or(() -> Positions.name(row).map(position -> "@" + position)).ifPresent(id -> row.setIfAbsent("id", id));
        }
    }
}
