package health.trellis.seal;

import health.trellis.proof.Checkpoint;
import health.trellis.proof.MerkleTree;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The Ed25519 key (RFC 8032) that signs checkpoints. Its private part is on the machine of the
 * program that seals, and nowhere else; its public part is given to whoever checks.
 */
public final class SealingKey {
  private static final String ALGORITHM = "Ed25519";

  private final PrivateKey secret;
  private final PublicKey open;

  private SealingKey(PrivateKey secret, PublicKey open) {
    this.secret = secret;
    this.open = open;
  }

  /** A new key. */
  public static SealingKey make() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      return new SealingKey(pair.getPrivate(), pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java from 15 on has Ed25519", e);
    }
  }

  /**
   * The key of two PEM texts, PKCS #8 and SubjectPublicKeyInfo, as openssl writes them too.
   *
   * @throws IllegalArgumentException where one is no such key, or the two do not belong together
   */
  public static SealingKey read(String secretPem, String openPem) {
    try {
      PrivateKey secret =
          KeyFactory.getInstance(ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(unwrap(secretPem, "PRIVATE KEY")));
      SealingKey key = new SealingKey(secret, readOpen(openPem));
      byte[] tried = {1};
      if (!Checkpoint.verifies(key.open, tried, key.sign(tried))) {
        throw new IllegalArgumentException("the private and the public part do not fit");
      }
      return key;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no private Ed25519 key in PEM", e);
    }
  }

  /**
   * The public part of a PEM text.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static PublicKey readOpen(String pem) {
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePublic(new X509EncodedKeySpec(unwrap(pem, "PUBLIC KEY")));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no public Ed25519 key in PEM", e);
    }
  }

  /** The private part, as a PEM text. */
  public String secretPem() {
    return wrap(secret.getEncoded(), "PRIVATE KEY");
  }

  /** The public part, as a PEM text. */
  public String openPem() {
    return wrap(open.getEncoded(), "PUBLIC KEY");
  }

  /** The public part. */
  public PublicKey open() {
    return open;
  }

  /** What a key is called: the first sixteen digits of the SHA-256 of its public part. */
  static String name(PublicKey key) {
    return HexFormat.of().formatHex(MerkleTree.sha256().digest(key.getEncoded())).substring(0, 16);
  }

  byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key does not sign", e);
    }
  }

  private static String wrap(byte[] key, String what) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(what, Base64.getEncoder().encodeToString(key), what);
  }

  private static byte[] unwrap(String pem, String what) {
    return Base64.getMimeDecoder()
        .decode(
            pem.replace("-----BEGIN " + what + "-----", "")
                .replace("-----END " + what + "-----", "")
                .strip());
  }
}
