package dev.unglue.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          127.0.0.1       | 127.0.0.1 is loopback
          127.255.255.254 | 127.255.255.254 is loopback
          0.0.0.0         | 0.0.0.0 is this network
          10.1.2.3        | 10.1.2.3 is private
          172.16.0.1      | 172.16.0.1 is private
          172.31.255.255  | 172.31.255.255 is private
          192.168.1.1     | 192.168.1.1 is private
          100.64.0.1      | 100.64.0.1 is shared (carrier-grade NAT)
          100.127.255.255 | 100.127.255.255 is shared (carrier-grade NAT)
          169.254.169.254 | 169.254.169.254 is link-local, where clouds keep their metadata
          224.0.0.1       | 224.0.0.1 is multicast
          255.255.255.255 | 255.255.255.255 is reserved
          ::1             | 0:0:0:0:0:0:0:1 is loopback
          ::              | 0:0:0:0:0:0:0:0 is this network
          fd00::1         | fd00:0:0:0:0:0:0:1 is unique-local
          fe80::1         | fe80:0:0:0:0:0:0:1 is link-local
          ff02::1         | ff02:0:0:0:0:0:0:1 is multicast
          fec0::1         | fec0:0:0:0:0:0:0:1 is not of the open Internet
          fd00:ec2::254   | fd00:ec2:0:0:0:0:0:254 is unique-local
          ::127.0.0.1     | 0:0:0:0:0:0:7f00:1 is loopback
          ::8.8.8.8       | 0:0:0:0:0:0:808:808 is an IPv4 address in disguise
          ::ffff:10.0.0.1 | 10.0.0.1 is private
          64:ff9b::a00:1  | 64:ff9b:0:0:0:0:a00:1 is private
          2002:7f00:1::   | 2002:7f00:1:0:0:0:0:0 is loopback
          2001:0:1::1     | 2001:0:1:0:0:0:0:1 is reserved for protocols
          2001:db8::1     | 2001:db8:0:0:0:0:0:1 is reserved for documentation
          """)
  void refuses(String literal, String why) throws UnknownHostException {
    assertThat(AddressGuard.refusal(InetAddress.getByName(literal))).hasValue(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "172.15.255.255",
        "172.32.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "169.253.255.255",
        "192.167.1.1",
        "126.255.255.255",
        "128.0.0.0",
        "223.255.255.255",
        "2606:4700::1111",
        "64:ff9b::808:808",
        "2002:808:808::1"
      })
  void letsTheOpenInternetPass(String literal) throws UnknownHostException {
    assertThat(AddressGuard.refusal(InetAddress.getByName(literal))).isEmpty();
  }

  @Test
  void seesAMappedAddressThatJavaKeepsAsSixteenBytes() throws UnknownHostException {
    byte[] mapped = new byte[16];
    mapped[10] = (byte) 0xff;
    mapped[11] = (byte) 0xff;
    mapped[12] = (byte) 192;
    mapped[13] = (byte) 168;
    assertThat(AddressGuard.refusal(InetAddress.getByAddress(mapped)))
        .hasValue("192.168.0.0 is private");
  }
}
