import java.io.File;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.HexFormat;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.xml.security.Init;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.signature.XMLSignatureInput;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Judges documents with Apache Santuario. One line a file: valid or invalid, then the SHA-256 of what it digested. */
public final class VerifySantuario {
    public static void main(String[] files) throws Exception {
        Init.init();
        for (String file : files) System.out.println(judge(new File(file)));
    }

    private static String judge(File file) throws Exception {
        DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance();
        builders.setNamespaceAware(true);
        Document document = builders.newDocumentBuilder().parse(file);
        Element element = (Element) document.getElementsByTagNameNS("http://www.w3.org/2000/09/xmldsig#", "Signature").item(0);
        XMLSignature signature = new XMLSignature(element, "", true);
        PublicKey key = signature.getKeyInfo().itemX509Data(0).itemCertificate(0).getX509Certificate().getPublicKey();
        boolean valid = signature.checkSignatureValue(key);
        XMLSignatureInput input = signature.getSignedInfo().item(0).getContentsAfterTransformation();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(input.getBytes());
        return (valid ? "valid " : "invalid ") + HexFormat.of().withUpperCase().formatHex(digest);
    }
}
