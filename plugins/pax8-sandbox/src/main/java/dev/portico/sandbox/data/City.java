package dev.portico.sandbox.data;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

record City(Country country, String name, String region, String postalCode, String dialling) {

    private static final List<City> ALL = Resource.rows("cities.txt").stream()
            .map(f -> new City(Country.valueOf(f[0]), f[1], f[2], f[3], f[4]))
            .toList();

    private static final Map<Country, List<City>> BY_COUNTRY = ALL.stream().collect(Collectors.groupingBy(City::country));

    static City any(Country country, Dice dice) {
        return dice.pick(BY_COUNTRY.get(country));
    }

    static City named(String name) {
        return ALL.stream().filter(city -> city.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("cities.txt has no " + name));
    }
}
