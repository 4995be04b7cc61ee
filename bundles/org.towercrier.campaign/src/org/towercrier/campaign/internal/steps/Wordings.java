package org.towercrier.campaign.internal.steps;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.CampaignPackage.Literals;
import org.towercrier.model.campaign.Offer;
import org.towercrier.model.campaign.Wording;
import org.towercrier.model.customer.ContactChannel;

/** Wordings: which one is for whom, and what it says with the figures of an offer. */
public final class Wordings {

    private static final List<String> PARTS = List.of("price", "term", "cancellation");

    private Wordings() {
    }

    /** The wording that fits best: for the offer before general ones, then for the segment, the channel and the language; of these the one defined first. */
    public static Optional<Wording> find(Campaign campaign, ContactChannel channel, Optional<String> segment, Optional<Offer> offer,
            Optional<String> language) {
        if (campaign.getCommunication() == null) {
            return Optional.empty();
        }
        return campaign.getCommunication().getWordings().stream()
                .filter(each -> !each.eIsSet(Literals.WORDING__CHANNEL) || each.getChannel() == channel)
                .filter(each -> blank(each.getSegment()) || each.getSegment().equals(segment.orElse("")))
                .filter(each -> blank(each.getOffer()) || each.getOffer().equals(offer.map(Offer::getId).orElse("")))
                .max(Comparator.comparing((Wording each) -> !blank(each.getOffer())).thenComparing(each -> !blank(each.getSegment()))
                        .thenComparing(each -> each.eIsSet(Literals.WORDING__CHANNEL)).thenComparing(each -> speaks(each, language))
                        .thenComparing(each -> -campaign.getCommunication().getWordings().indexOf(each)));
    }

    private static boolean speaks(Wording wording, Optional<String> language) {
        return language.isPresent() && !blank(wording.getLanguage())
                && Locale.forLanguageTag(wording.getLanguage()).getLanguage().equals(Locale.forLanguageTag(language.get()).getLanguage());
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** Which of price, term and how to cancel a wording does not say. */
    static List<String> missing(Wording wording, Offer offer) {
        String text = Optional.ofNullable(wording.getText()).orElse("");
        List<String> missing = new ArrayList<>();
        for (String part : PARTS) {
            boolean said = text.contains("{" + part + "}") || switch (part) {
                case "price" -> offer.getPrice() != null && says(text, price(offer, Locale.ROOT), plain(offer.getPrice()));
                case "term" -> offer.getTerm() != null && says(text, String.valueOf(offer.getTerm()));
                default -> !blank(offer.getCancellation()) && text.contains(offer.getCancellation());
            };
            if (!said) {
                missing.add(part);
            }
        }
        return missing;
    }

    /** A number stands in a text, and not as a part of a longer one. */
    private static boolean says(String text, String... numbers) {
        for (String number : numbers) {
            if (java.util.regex.Pattern.compile("(?<![\\d.,])" + java.util.regex.Pattern.quote(number) + "(?![\\d]|[.,]\\d)").matcher(text)
                    .find()) {
                return true;
            }
        }
        return false;
    }

    private static String plain(double number) {
        return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static String price(Offer offer, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return offer.getPrice() == null ? "" : format.format(offer.getPrice());
    }

    /** The text of a wording with price, term, cancellation and name of an offer, and the currency, in their places. */
    public static String render(Campaign campaign, Wording wording, Optional<Offer> offer) {
        Locale locale = blank(wording.getLanguage()) ? Locale.ROOT : Locale.forLanguageTag(wording.getLanguage());
        String currency = Optional.ofNullable(campaign.getCurrency()).orElse("");
        String text = Optional.ofNullable(wording.getText()).orElse("");
        if (offer.isPresent()) {
            Offer of = offer.get();
            text = text.replace("{price}", (price(of, locale) + " " + currency).strip())
                    .replace("{term}", of.getTerm() == null ? "" : String.valueOf(of.getTerm()))
                    .replace("{cancellation}", Optional.ofNullable(of.getCancellation()).orElse(""))
                    .replace("{offer}", Optional.ofNullable(of.getName()).orElse(of.getId()))
                    .replace("{trialDays}", of.getTrialDays() == null ? "0" : String.valueOf(of.getTrialDays()));
        }
        return text.replace("{campaign}", Optional.ofNullable(campaign.getName()).orElse("")).replace("{currency}", currency);
    }
}
