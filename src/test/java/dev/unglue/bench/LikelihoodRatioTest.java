package dev.unglue.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikelihoodRatioTest {
  @Test
  void tellsHowMuchLikelierATrueCellAgrees() {
    LikelihoodRatio ratio = new LikelihoodRatio();
    ratio.add(true, 97, 1);
    ratio.add(false, 0, 8);
    ratio.add(false, 1, 89);

    // ln(0.98 / 0.02) and ln(0.02 / 0.98), one cell of each kind more than were seen
    assertThat(ratio.agrees()).isEqualTo(3.892);
    assertThat(ratio.differs()).isEqualTo(-3.892);
  }

  @Test
  void saysLittleOfWhatWasSeldomSeen() {
    LikelihoodRatio ratio = new LikelihoodRatio();
    assertThat(ratio.agrees()).isZero();
    assertThat(ratio.differs()).isZero();

    ratio.add(true, 3, 0);

    assertThat(ratio.agrees()).isEqualTo(0.47);
    assertThat(ratio.differs()).isEqualTo(-0.916);
  }
}
