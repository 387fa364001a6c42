package dev.portico.pax8.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PageWalkTest {

    private final List<Integer> numbers = new ArrayList<>();

    @Test
    void readsToTheLastPage() throws InterruptedException {
        PageWalk<PartnerCompany> walk = walk(page(0, 2, 3, 1, 2), page(1, 2, 3, 3));
        assertThat(numbers(walk)).containsExactly(1, 2, 3);
        assertThat(walk.consistent()).isTrue();
        assertThat(walk.done()).isEqualTo(3);
    }

    @Test
    void takesAnEmptyListForComplete() throws InterruptedException {
        PageWalk<PartnerCompany> walk = walk(page(0, 0, 0));
        assertThat(numbers(walk)).isEmpty();
        assertThat(walk.consistent()).isTrue();
    }

    @Test
    void deliversARowOnceThatComesTwiceAndSaysThatAnotherMayBeMissing() throws InterruptedException {
        PageWalk<PartnerCompany> walk = walk(page(0, 2, 4, 1, 2), page(1, 2, 4, 2, 3));
        assertThat(numbers(walk)).containsExactly(1, 2, 3);
        assertThat(walk.consistent()).isFalse();
    }

    @Test
    void followsAListThatGrows() throws InterruptedException {
        PageWalk<PartnerCompany> walk = walk(page(0, 2, 4, 1, 2), page(1, 3, 5, 3, 4), page(2, 3, 5, 5));
        assertThat(numbers(walk)).containsExactly(1, 2, 3, 4, 5);
        assertThat(walk.consistent()).isTrue();
    }

    @Test
    void noticesThatAListShrank() throws InterruptedException {
        PageWalk<PartnerCompany> walk = walk(page(0, 3, 5, 1, 2), page(1, 2, 4, 4, 5));
        assertThat(numbers(walk)).containsExactly(1, 2, 4, 5);
        assertThat(walk.consistent()).isFalse();
    }

    private List<Integer> numbers(PageWalk<PartnerCompany> walk) throws InterruptedException {
        while (walk.hasNext()) {
            walk.next().forEach(company -> numbers.add((int) company.id().getLeastSignificantBits()));
        }
        return numbers;
    }

    @SafeVarargs
    private static PageWalk<PartnerCompany> walk(PartnerPage<PartnerCompany>... pages) {
        Iterator<PartnerPage<PartnerCompany>> next = Arrays.asList(pages).iterator();
        return new PageWalk<>(number -> next.next());
    }

    private static PartnerPage<PartnerCompany> page(int number, int pages, long elements, int... ids) {
        return new PartnerPage<>(number, pages, elements, Arrays.stream(ids)
                .mapToObj(id -> new PartnerCompany(new UUID(0, id), null, null, null, null, null, null, null))
                .toList());
    }
}
