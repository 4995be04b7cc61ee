package org.towercrier.campaign.ui.internal.result;

import org.towercrier.campaign.CampaignResults.Contamination;
import org.towercrier.campaign.CampaignResults.Measure;
import org.towercrier.campaign.CampaignResults.Result;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.campaign.ui.internal.Words;
import org.towercrier.campaign.ui.internal.page.RichText;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.theme.Severity;

/** A result in plain words. */
record ResultWords(Result result, Texts texts, Words words) {

    /** Writes all of it. */
    void write(RichText text) {
        ResultFigures figures = new ResultFigures(result, texts, words);
        NumberFormats numbers = NumberFormats.of(texts.locale());
        text.clear().heading(texts.get("Verdict_" + result.verdict() + "_Title"));
        figures.deciding().ifPresentOrElse(measure -> text.line(sentence(figures, measure, numbers)),
                () -> text.line(texts.get("Verdict_Nothing")));
        result.returns().ifPresent(returns -> text.line(texts.get("Result_ReturnWords", numbers.decimal(returns.gain(), 0),
                numbers.decimal(returns.cost(), 0), numbers.percent(returns.value(), 0), numbers.percent(returns.chance(), 0))));
        result.notes().forEach(note -> text.line(words.of(note)));
        text.heading(texts.get("Result_SampleRatio"));
        text.line((result.sampleRatio().ok() ? Severity.CLEARED.glyph() : Severity.CRITICAL.glyph()) + " "
                + texts.get(result.sampleRatio().ok() ? "Result_RatioOk" : "Result_RatioAlarm", result.units().treated(),
                        result.units().control(),
                        numbers.decimal(result.sampleRatio().p(), 4), words.of(result.units().unit())));
        contamination(text, result.contamination());
        result.qini().ifPresent(curve -> text.heading(texts.get("Result_QiniHeading"))
                .line(texts.get("Result_QiniValue", numbers.decimal(curve.coefficient(), 4), numbers.decimal(curve.lower(), 4),
                        numbers.decimal(curve.upper(), 4)))
                .line(texts.get("Result_QiniDefinition", curve.definition())));
        text.show();
    }

    private String sentence(ResultFigures figures, Measure measure, NumberFormats numbers) {
        boolean share = ResultFigures.isShare(measure);
        String treated = share ? numbers.percent(measure.treatedValue(), 2) : numbers.decimal(measure.treatedValue(), 2);
        String control = share ? numbers.percent(measure.controlValue(), 2) : numbers.decimal(measure.controlValue(), 2);
        return texts.get("Verdict_" + result.verdict(), figures.name(measure.name()), treated, control,
                words.change(measure.difference(), share), figures.interval(measure));
    }

    private void contamination(RichText text, Contamination mixed) {
        text.heading(texts.get("Result_Contamination"));
        if (mixed.controlContacted() + mixed.controlHouseholds() + mixed.treatedByOthers() + mixed.controlByOthers()
                + mixed.treatedUnreached() == 0) {
            text.line(texts.get("Result_Clean"));
            return;
        }
        count(text, "Result_ControlContacted", mixed.controlContacted(), result.control());
        count(text, "Result_ControlHouseholds", mixed.controlHouseholds(), result.control());
        count(text, "Result_TreatedUnreached", mixed.treatedUnreached(), result.treated());
        count(text, "Result_TreatedByOthers", mixed.treatedByOthers(), result.treated());
        count(text, "Result_ControlByOthers", mixed.controlByOthers(), result.control());
    }

    private void count(RichText text, String key, long count, long of) {
        if (count > 0) {
            text.line(texts.get(key, count, NumberFormats.of(texts.locale()).percent(of == 0 ? Double.NaN : count / (double) of, 1)));
        }
    }
}
