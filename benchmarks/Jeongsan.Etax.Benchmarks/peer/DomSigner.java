import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.List;
import java.util.Map;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.crypto.dsig.spec.XPathFilterParameterSpec;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The same job as most of the field does it: the document as a DOM, the JDK's XML signature over it, written out by a transformer.
 * DomSigner KEY.p12 PASSWORD LINES SECONDS OUT prints documents a second of processor time, bare RSA signatures a second and verified documents a second of one thread,
 * and leaves one of its documents in OUT. Everything that can be made once (factories, key, builder, transformer) is made once.
 */
public final class DomSigner {
    private static final String NS = "urn:kr:or:kec:standard:Tax:ReusableAggregateBusinessInformationEntitySchemaModule:1:0";
    private static final String XPATH =
        "not(self::*[name() = 'TaxInvoice'] | ancestor-or-self::*[name() = 'ExchangedDocument'] | ancestor-or-self::ds:Signature)";

    private final DocumentBuilder builder;
    private final Transformer transformer = TransformerFactory.newInstance().newTransformer();
    private final XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
    private final PrivateKey key;
    private final java.security.cert.Certificate certificate;
    private final int lines;

    private DomSigner(String file, String password, int lines) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (FileInputStream input = new FileInputStream(file)) {
            store.load(input, password.toCharArray());
        }
        String alias = store.aliases().nextElement();
        key = (PrivateKey) store.getKey(alias, password.toCharArray());
        certificate = store.getCertificate(alias);
        DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance();
        builders.setNamespaceAware(true);
        builder = builders.newDocumentBuilder();
        this.lines = lines;
    }

    public static void main(String[] arguments) throws Exception {
        DomSigner signer = new DomSigner(arguments[0], arguments[1], Integer.parseInt(arguments[2]));
        double seconds = Double.parseDouble(arguments[3]);
        byte[] document = signer.sign();
        Files.write(Path.of(arguments[4]), document);
        perSecond(seconds / 2, signer::sign);
        double signed = perSecond(seconds, signer::sign);
        double bare = perSecond(seconds / 2, signer::bare);
        perSecond(seconds / 4, () -> signer.verify(document));
        double verified = perSecond(seconds / 2, () -> signer.verify(document));
        System.out.printf("%.1f %.1f %.1f%n", signed, bare, verified);
    }

    private interface Work {
        Object run() throws Exception;
    }

    private static double perSecond(double seconds, Work work) throws Exception {
        // Processor time of this thread alone: compiling and collecting on other threads is not counted against it.
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        long count = 0;
        long spent;
        do {
            if (work.run() == null) throw new IllegalStateException();
            count++;
            spent = threads.getCurrentThreadCpuTime() - start;
        } while (spent < seconds * 1e9);
        return count * 1e9 / spent;
    }

    private byte[] bare() throws Exception {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(new byte[1200]);
        return signature.sign();
    }

    private Object verify(byte[] xml) throws Exception {
        Document document = builder.parse(new ByteArrayInputStream(xml));
        DOMValidateContext context = new DOMValidateContext(KeySelector.singletonKeySelector(certificate.getPublicKey()),
            document.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature").item(0));
        return factory.unmarshalXMLSignature(context).validate(context) ? xml : null;
    }

    private byte[] sign() throws Exception {
        Document document = build();
        Node before = document.getElementsByTagNameNS(NS, "TaxInvoiceDocument").item(0);
        var transforms = List.of(
            factory.newTransform(CanonicalizationMethod.INCLUSIVE, (TransformParameterSpec) null),
            factory.newTransform(Transform.XPATH, new XPathFilterParameterSpec(XPATH, Map.of("ds", XMLSignature.XMLNS))));
        var reference = factory.newReference("", factory.newDigestMethod(DigestMethod.SHA256, null), transforms, null, null);
        var info = factory.newSignedInfo(
            factory.newCanonicalizationMethod(CanonicalizationMethod.INCLUSIVE, (C14NMethodParameterSpec) null),
            factory.newSignatureMethod("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", null), List.of(reference));
        var keys = factory.getKeyInfoFactory();
        DOMSignContext context = new DOMSignContext(key, before.getParentNode(), before);
        context.setDefaultNamespacePrefix("ds");
        factory.newXMLSignature(info, keys.newKeyInfo(List.of(keys.newX509Data(List.of(certificate))))).sign(context);
        ByteArrayOutputStream out = new ByteArrayOutputStream(16384);
        transformer.transform(new DOMSource(document), new StreamResult(out));
        return out.toByteArray();
    }

    private Document build() {
        Document document = builder.newDocument();
        Element root = document.createElementNS(NS, "TaxInvoice");
        root.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns", NS);
        root.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        root.setAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "xsi:schemaLocation", NS + " http://www.kec.or.kr/standard/Tax/TaxInvoiceSchemaModule_1.0.xsd");
        document.appendChild(root);
        Element management = add(root, "ExchangedDocument");
        add(management, "ID", "BENCH-1");
        add(management, "IssueDateTime", "20261109090000");
        Element head = add(root, "TaxInvoiceDocument");
        add(head, "IssueID", "202610314100000800000001");
        add(head, "TypeCode", "0101");
        add(head, "DescriptionText", "2026년 10월 정산");
        add(head, "IssueDateTime", "20261031");
        add(head, "PurposeCode", "02");
        Element settlement = add(root, "TaxInvoiceTradeSettlement");
        party(settlement, "InvoicerParty", "1234567891", null, "DefinedContact");
        party(settlement, "InvoiceeParty", "2222222227", "01", "PrimaryDefinedContact");
        Element sums = add(settlement, "SpecifiedMonetarySummation");
        add(sums, "ChargeTotalAmount", String.valueOf(10000 * lines));
        add(sums, "TaxTotalAmount", String.valueOf(1000 * lines));
        add(sums, "GrandTotalAmount", String.valueOf(11000 * lines));
        for (int number = 1; number <= lines; number++) {
            Element line = add(root, "TaxInvoiceTradeLineItem");
            add(line, "SequenceNumeric", String.valueOf(number));
            add(line, "InvoiceAmount", "10000");
            add(line, "NameText", "강의 정산금 " + number);
            add(line, "PurchaseExpiryDateTime", "20261031");
            add(add(line, "TotalTax"), "CalculatedAmount", "1000");
        }
        return document;
    }

    private static void party(Element settlement, String name, String number, String kind, String contact) {
        Element party = add(settlement, name);
        add(party, "ID", number);
        add(party, "TypeCode", "서비스");
        add(party, "NameText", "시험공급 주식회사");
        add(party, "ClassificationCode", "소프트웨어");
        if (kind != null) add(add(party, "SpecifiedOrganization"), "BusinessTypeCode", kind);
        add(add(party, "SpecifiedPerson"), "NameText", "가나다");
        add(add(party, contact), "URICommunication", "supplier@example.com");
        add(add(party, "SpecifiedAddress"), "LineOneText", "서울특별시 시험구 보기로 1");
    }

    private static Element add(Element parent, String name) {
        Element child = parent.getOwnerDocument().createElementNS(NS, name);
        parent.appendChild(child);
        return child;
    }

    private static void add(Element parent, String name, String text) {
        add(parent, name).setTextContent(text);
    }
}
