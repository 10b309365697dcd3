import java.io.File;
import java.io.FileInputStream;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.List;
import java.util.Map;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.crypto.dsig.spec.XPathFilterParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/** Signs unsigned documents with the JDK's own XML signatures: Sign KEY.p12 PASSWORD (IN OUT)... */
public final class Sign {
    private static final String XPATH =
        "not(self::*[name() = 'TaxInvoice'] | ancestor-or-self::*[name() = 'ExchangedDocument'] | ancestor-or-self::ds:Signature)";

    public static void main(String[] arguments) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (FileInputStream input = new FileInputStream(arguments[0])) {
            store.load(input, arguments[1].toCharArray());
        }
        for (int i = 2; i < arguments.length; i += 2) sign(store, arguments[1], new File(arguments[i]), new File(arguments[i + 1]));
    }

    private static void sign(KeyStore store, String password, File in, File out) throws Exception {
        DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance();
        builders.setNamespaceAware(true);
        Document document = builders.newDocumentBuilder().parse(in);
        Node before = document.getElementsByTagName("TaxInvoiceDocument").item(0);
        String alias = store.aliases().nextElement();
        XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
        var transforms = List.of(
            factory.newTransform(CanonicalizationMethod.INCLUSIVE, (TransformParameterSpec) null),
            factory.newTransform(Transform.XPATH, new XPathFilterParameterSpec(XPATH, Map.of("ds", XMLSignature.XMLNS))));
        var reference = factory.newReference("", factory.newDigestMethod(DigestMethod.SHA256, null), transforms, null, null);
        var info = factory.newSignedInfo(
            factory.newCanonicalizationMethod(CanonicalizationMethod.INCLUSIVE, (C14NMethodParameterSpec) null),
            factory.newSignatureMethod("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", null), List.of(reference));
        KeyInfoFactory keys = factory.getKeyInfoFactory();
        var keyInfo = keys.newKeyInfo(List.of(keys.newX509Data(List.of(store.getCertificate(alias)))));
        DOMSignContext context = new DOMSignContext((PrivateKey) store.getKey(alias, password.toCharArray()), before.getParentNode(), before);
        context.setDefaultNamespacePrefix("ds");
        factory.newXMLSignature(info, keyInfo).sign(context);
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
    }
}
