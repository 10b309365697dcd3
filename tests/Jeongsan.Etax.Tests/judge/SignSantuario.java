import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.xml.security.Init;
import org.apache.xml.security.algorithms.MessageDigestAlgorithm;
import org.apache.xml.security.keys.content.X509Data;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.apache.xml.security.transforms.params.XPathContainer;
import org.apache.xml.security.utils.Constants;
import org.apache.xml.security.utils.ElementProxy;
import org.apache.xml.security.utils.XMLUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/** Signs unsigned documents with Apache Santuario: SignSantuario KEY.p12 PASSWORD (IN OUT)... */
public final class SignSantuario {
    private static final String XPATH =
        "not(self::*[name() = 'TaxInvoice'] | ancestor-or-self::*[name() = 'ExchangedDocument'] | ancestor-or-self::ds:Signature)";

    public static void main(String[] arguments) throws Exception {
        Init.init();
        ElementProxy.setDefaultPrefix(Constants.SignatureSpecNS, "ds");
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
        XMLSignature signature = new XMLSignature(document, "", XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA256, Transforms.TRANSFORM_C14N_OMIT_COMMENTS);
        before.getParentNode().insertBefore(signature.getElement(), before);
        Transforms transforms = new Transforms(document);
        transforms.addTransform(Transforms.TRANSFORM_C14N_OMIT_COMMENTS);
        XPathContainer xpath = new XPathContainer(document);
        xpath.setXPathNamespaceContext("ds", Constants.SignatureSpecNS);
        xpath.setXPath(XPATH);
        transforms.addTransform(Transforms.TRANSFORM_XPATH, xpath.getElementPlusReturns());
        signature.addDocument("", transforms, MessageDigestAlgorithm.ALGO_ID_DIGEST_SHA256);
        X509Data data = new X509Data(document);
        data.addCertificate((X509Certificate) store.getCertificate(alias));
        signature.getKeyInfo().add(data);
        signature.sign((PrivateKey) store.getKey(alias, password.toCharArray()));
        try (OutputStream stream = new FileOutputStream(out)) {
            XMLUtils.outputDOM(document, stream);
        }
    }
}
