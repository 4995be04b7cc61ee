package org.towercrier.planning.internal.instance;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import org.towercrier.planning.FrequencyAssignment.Goal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Radio links as JSON: {@code domains}, {@code vars} (domain, value, mobility), {@code ctrs} (x, y, operator, limit, weight), {@code interferenceCosts},
 * {@code mobilityCosts}. What is to be small stands in the file name: {@code card}, {@code span} or {@code max} (costs).
 */
final class CalmaJson {

    private final Path file;
    private final JsonNode root;
    private final RadioLinks links = new RadioLinks();

    private CalmaJson(Path file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    static Instance read(Path file, Goal goal) throws IOException, InstanceException {
        try {
            String text = Files.readString(file);
            JsonNode root = new JsonMapper().readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            return new CalmaJson(file, root).instance(goal);
        } catch (CharacterCodingException notUnicode) {
            throw new InstanceException(file, 0, "this is not JSON: it is not a text in UTF-8");
        } catch (JacksonException notJson) {
            int line = notJson.getLocation() == null ? 0 : notJson.getLocation().getLineNr();
            throw new InstanceException(file, line, "this is not JSON: " + notJson.getOriginalMessage());
        }
    }

    private Instance instance(Goal named) throws InstanceException {
        JsonNode domains = array("domains");
        JsonNode variables = array("vars");
        JsonNode constraints = array("ctrs");
        if (variables.isEmpty()) {
            throw new InstanceException(file, 0, "there is no link in it");
        }
        for (int i = 0; i < variables.size(); i++) {
            JsonNode variable = variables.get(i);
            JsonNode domain = domains.path(variable.path("domain").asInt(-1));
            if (!domain.isArray() || domain.isEmpty()) {
                throw new InstanceException(file, 0, "vars[" + i + "] names a domain that is not there");
            }
            int[] frequencies = new int[domain.size()];
            for (int k = 0; k < frequencies.length; k++) {
                frequencies[k] = amount(domain.get(k), "a frequency");
            }
            Integer present = variable.path("value").canConvertToInt() ? (Integer) variable.path("value").asInt() : null;
            links.link(i, frequencies, present, classOf(variable.path("mobility"), "vars[" + i + "].mobility"));
        }
        for (int i = 0; i < constraints.size(); i++) {
            constraint(constraints.get(i), "ctrs[" + i + "]");
        }
        double[] interference = costs("interferenceCosts");
        Goal goal = named == null ? goal(interference) : named;
        return new Instance(Instance.nameOf(file), links.build(goal, interference, costs("mobilityCosts")));
    }

    private void constraint(JsonNode constraint, String where) throws InstanceException {
        int x = constraint.path("x").asInt(-1);
        int y = constraint.path("y").asInt(-1);
        String operator = constraint.path("operator").asText();
        if (!links.knows(x) || !links.knows(y) || x == y) {
            throw new InstanceException(file, 0, where + " names links that are not there");
        }
        if (!operator.equals("=") && !operator.equals(">")) {
            throw new InstanceException(file, 0, where + " has an operator that is neither = nor >: " + operator);
        }
        links.separation(x, y, operator.equals("="), amount(constraint.path("limit"), where + ".limit"),
                classOf(constraint.path("weight"), where + ".weight"));
    }

    private int amount(JsonNode node, String what) throws InstanceException {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.asInt() < 0) {
            throw new InstanceException(file, 0, what + " must be a whole number that is not negative: " + node);
        }
        return node.asInt();
    }

    private int classOf(JsonNode node, String where) throws InstanceException {
        int value = node.asInt(0);
        if (value < 0 || value >= RadioLinks.CLASSES) {
            throw new InstanceException(file, 0, where + " must be from 0 to 4: " + value);
        }
        return value;
    }

    private JsonNode array(String name) throws InstanceException {
        JsonNode node = root.path(name);
        if (!node.isArray()) {
            throw new InstanceException(file, 0, "there is no list " + name);
        }
        return node;
    }

    private double[] costs(String name) throws InstanceException {
        double[] costs = new double[RadioLinks.CLASSES];
        for (int i = 0; i < costs.length; i++) {
            JsonNode cost = root.path(name).path(i);
            if (!cost.isMissingNode() && !cost.isNull() && (!cost.isNumber() || cost.asDouble() < 0)) {
                throw new InstanceException(file, 0, name + "[" + i + "] must be a number that is not negative: " + cost);
            }
            costs[i] = cost.asDouble(0);
        }
        return costs;
    }

    private Goal goal(double[] interference) {
        String name = Instance.nameOf(file).toLowerCase(Locale.ROOT);
        String[] words = name.split("[^a-z]+");
        if (Arrays.asList(words).contains("card")) {
            return Goal.FEWEST;
        }
        if (Arrays.asList(words).contains("span")) {
            return Goal.LOWEST_TOP;
        }
        if (Arrays.asList(words).contains("max")) {
            return Goal.LEAST_COST;
        }
        return links.hasPrices(interference) ? Goal.LEAST_COST : Goal.FEWEST;
    }
}
