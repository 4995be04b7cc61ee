package org.towercrier.customer.internal.loyalty;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.towercrier.model.customer.SatisfactionFactor;

/** What a question is about by the words in it, where nobody has described the survey. */
final class FactorWords {

    private static final Map<SatisfactionFactor, List<String>> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put(SatisfactionFactor.PRICE,
                List.of("price", "tariff", "fee", "cost", "bill", "value for money", "preis", "tarif", "prix", "资费", "價格", "价格", "话费",
                        "費用"));
        WORDS.put(SatisfactionFactor.NETWORK_QUALITY,
                List.of("network", "coverage", "signal", "speed", "voice", "call quality", "stability",
                        "netz", "réseau", "reseau", "网络", "網路", "覆盖", "覆蓋", "信号", "訊號", "语音", "語音", "通话", "通話", "清晰", "稳定", "穩定", "上网"));
        WORDS.put(SatisfactionFactor.SERVICE_QUALITY,
                List.of("service", "staff", "hotline", "support", "shop", "complaint", "kundendienst", "服务", "服務", "客服", "营业厅", "投诉"));
        WORDS.put(SatisfactionFactor.COMPETITORS, List.of("competitor", "other operator", "wettbewerb", "concurrent", "竞争", "競爭", "其他运营商"));
    }

    private FactorWords() {
    }

    static Optional<SatisfactionFactor> guess(String question) {
        String text = question.toLowerCase(Locale.ROOT);
        return WORDS.entrySet().stream().filter(entry -> entry.getValue().stream().anyMatch(text::contains)).map(Map.Entry::getKey)
                .findFirst();
    }
}
