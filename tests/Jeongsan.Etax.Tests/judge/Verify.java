import java.io.File;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.X509Data;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Judges documents with the JDK's own XML signatures. One line a file: valid or invalid, then the SHA-256 of what it digested. */
public final class Verify {
    public static void main(String[] files) throws Exception {
        for (String file : files) System.out.println(judge(new File(file)));
    }

    private static String judge(File file) throws Exception {
        DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance();
        builders.setNamespaceAware(true);
        Document document = builders.newDocumentBuilder().parse(file);
        NodeList signatures = document.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature");
        XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
        DOMValidateContext context = new DOMValidateContext(certificateKey(factory, signatures), signatures.item(0));
        context.setProperty("javax.xml.crypto.dsig.cacheReference", Boolean.TRUE);
        XMLSignature signature = factory.unmarshalXMLSignature(context);
        boolean valid = signature.validate(context);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Object reference : signature.getSignedInfo().getReferences()) {
            ((Reference) reference).validate(context);
            try (InputStream input = ((Reference) reference).getDigestInputStream()) {
                digest.update(input.readAllBytes());
            }
        }
        return (valid ? "valid " : "invalid ") + HexFormat.of().withUpperCase().formatHex(digest.digest());
    }

    private static java.security.PublicKey certificateKey(XMLSignatureFactory factory, NodeList signatures) throws Exception {
        DOMValidateContext context = new DOMValidateContext(new javax.crypto.spec.SecretKeySpec(new byte[1], "none"), signatures.item(0));
        X509Data data = (X509Data) factory.unmarshalXMLSignature(context).getKeyInfo().getContent().get(0);
        return ((X509Certificate) data.getContent().get(0)).getPublicKey();
    }
}
