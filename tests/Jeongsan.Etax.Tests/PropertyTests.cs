using CsCheck;

namespace Jeongsan.Etax.Tests;

/// <summary>Properties over generated invoices; CsCheck prints the seed of a failure.</summary>
public sealed class PropertyTests
{
    private const string Awkward = "<>&\"' \t\n\r0]\u0085\uFFFD漢";

    private static readonly Gen<char> Character =
        Gen.OneOf(Gen.Char['가', '힣'], Gen.Char['a', 'z'], Gen.Int[0, Awkward.Length - 1].Select(index => Awkward[index]));

    private static readonly Gen<string> Text = Character.Array[1, 12].Select(characters => new string(characters));
    private static readonly Gen<string?> Optional = Gen.OneOf(Gen.Const((string?)null), Text.Select(text => (string?)text), Gen.Const((string?)"그림 🧾"));
    private static readonly Gen<DateOnly> Date = Gen.Int[0, 30_000].Select(days => new DateOnly(1990, 1, 1).AddDays(days));
    private static readonly Gen<long> Amount = Gen.Long[-EtaxLimits.AmountMax, EtaxLimits.AmountMax];

    private static Gen<T?> Maybe<T>(Gen<T> gen) where T : struct => Gen.OneOf(Gen.Const((T?)null), gen.Select(value => (T?)value));

    private static readonly Gen<EtaxContact?> Contact =
        from department in Optional
        from name in Optional
        from phone in Optional
        from mail in Optional
        select department is null && name is null && phone is null && mail is null
            ? null
            : new EtaxContact { Department = department, Name = name, Phone = phone, Email = mail };

    private static Gen<EtaxParty> Party(bool isRecipient) =>
        from number in Gen.Int[0, 999_999_999]
        from kind in Maybe(Gen.Enum<EtaxRecipientKind>())
        from names in Gen.Select(Text, Text)
        from texts in Gen.Select(Optional, Optional, Optional, Optional)
        from contacts in Gen.Select(Contact, Contact)
        select new EtaxParty
        {
            RegistrationNumber = $"{number:0000000000}",
            Kind = isRecipient ? kind : null,
            CompanyName = names.Item1,
            RepresentativeName = names.Item2,
            Address = texts.Item1,
            BusinessType = texts.Item2,
            BusinessItem = texts.Item3,
            SubPlaceNumber = texts.Item4,
            Contact = contacts.Item1,
            SecondContact = isRecipient ? contacts.Item2 : null,
        };

    private static readonly Gen<EtaxLine> Line =
        from date in Maybe(Date)
        from texts in Gen.Select(Optional, Optional, Optional)
        from quantity in Maybe(Amount.Select(value => new Hundredths(value)))
        from price in Maybe(Amount.Select(value => new Hundredths(value)))
        from supply in Maybe(Amount)
        from tax in Maybe(Amount)
        select new EtaxLine
        {
            SupplyDate = date,
            Name = texts.Item1,
            Specification = texts.Item2,
            Remark = texts.Item3,
            Quantity = quantity,
            UnitPrice = price,
            SupplyAmount = supply,
            TaxAmount = tax,
        };

    internal static readonly Gen<EtaxInvoice> Invoice =
        from kind in Gen.Enum<EtaxKind>()
        from @class in Gen.Enum<EtaxClass>().Where(value => value != EtaxClass.Import)
        from parties in Gen.Select(Party(false), Party(true), Party(false))
        from texts in Gen.Select(Optional, Optional, Optional, Optional)
        from remarks in Text.Array[0, 3]
        from dates in Gen.Select(Date, Maybe(Gen.Int[0, 1_000_000_000]))
        from codes in Gen.Select(Maybe(Gen.Enum<EtaxAmendmentReason>()), Maybe(Gen.Enum<EtaxPurpose>()))
        from payments in Gen.Select(Gen.Enum<EtaxPaymentKind>(), Amount, (code, amount) => new EtaxPayment(code, amount)).Array[0, 4]
        from totals in Gen.Select(Amount, Amount, Amount)
        from lines in Line.Array[1, 6]
        where EtaxCodes.IsKnown(kind, @class)
        select new EtaxInvoice
        {
            Kind = kind,
            Class = @class,
            Supplier = parties.Item1,
            Recipient = parties.Item2,
            Broker = @class.HasBroker() ? parties.Item3 : null,
            ManagementId = texts.Item1,
            ReferencedManagementId = texts.Item2,
            ApprovalNumber = texts.Item3,
            OriginalApprovalNumber = texts.Item4,
            Remarks = ValueList.Create<string>(remarks),
            WriteDate = dates.Item1,
            IssuedAt = dates.Item2 is { } seconds ? Samples.IssuedAt.AddSeconds(-seconds) : null,
            AmendmentReason = codes.Item1,
            Purpose = codes.Item2,
            Payments = ValueList.Create<EtaxPayment>(payments),
            SupplyTotal = totals.Item1,
            TaxTotal = totals.Item2,
            GrandTotal = totals.Item3,
            Lines = ValueList.Create<EtaxLine>(lines),
        };

    [Fact]
    public void Read_WhatWasWritten_IsTheSameInvoice() =>
        Invoice.Sample(invoice =>
        {
            var reading = EtaxInvoiceReader.Read(EtaxInvoiceWriter.Write(invoice));
            Assert.Equal((null, ""), (reading.Refusal, reading.Message));
            Assert.Equal(invoice, reading.Invoice);
        }, iter: 500);

    [Fact]
    public void Verify_AnyInvoiceSigned_IsValidAndTheSameInvoice()
    {
        using var key = Samples.Key();
        Invoice.Sample(invoice => Assert.Equal(invoice, EtaxVerifier.Verify(EtaxSigner.SignUnchecked(invoice, key)).Invoice), iter: 100, threads: 1);
    }

    [Fact]
    public void Verify_AnyByteOfTheSignedPartChanged_IsRefused()
    {
        using var key = Samples.Key();
        var signed = EtaxSigner.Sign(Samples.Invoice(), key);
        var start = signed.AsSpan().IndexOf("<ds:SignedInfo>"u8);
        var certificate = signed.AsSpan().IndexOf("<ds:KeyInfo>"u8);
        var body = signed.AsSpan().IndexOf("<TaxInvoiceDocument>"u8);
        var place = Gen.OneOf(Gen.Int[start, certificate - 1], Gen.Int[body, signed.Length - 14]);
        Gen.Select(place, Gen.Byte[1, 255]).Sample((index, flip) =>
        {
            var changed = signed.ToArray();
            changed[index] ^= flip;
            // Another white space between the parts of a tag is the same canonical text, so the same signed words (Canonical XML 1.0, 2.1).
            if (signed[index] == ' ' && changed[index] is (byte)'\t' or (byte)'\n' or (byte)'\r' && IsInsideTag(signed, index)) return;
            Assert.False(EtaxVerifier.Verify(changed).IsValid, $"byte {index} flipped by {flip}: {System.Text.Encoding.UTF8.GetString(signed, index - 5, 11)}");
        }, iter: 1_000);
    }

    private static bool IsInsideTag(byte[] xml, int index) => xml.AsSpan(0, index).LastIndexOf((byte)'<') > xml.AsSpan(0, index).LastIndexOf((byte)'>');

    [Fact]
    public void Verify_EachBitOfTheSignedPartFlipped_IsRefused()
    {
        using var key = Samples.Key();
        var signed = EtaxSigner.Sign(Samples.Invoice(), key);
        var certificate = signed.AsSpan().IndexOf("<ds:KeyInfo>"u8);
        var body = signed.AsSpan().IndexOf("<TaxInvoiceDocument>"u8);
        var places = Enumerable.Range(0, signed.Length - 13)
            .Where(index => index >= body || (index >= signed.AsSpan().IndexOf("<ds:SignedInfo>"u8) && index < certificate));
        Parallel.ForEach(places, index =>
        {
            var changed = signed.ToArray();
            for (var bit = 0; bit < 8; bit++)
            {
                changed[index] = (byte)(signed[index] ^ (1 << bit));
                Assert.False(EtaxVerifier.Verify(changed).IsValid, $"bit {bit} of byte {index}");
            }
        });
    }

    [Fact]
    public void Read_AnyBytes_NeverThrows()
    {
        using var key = Samples.Key();
        var signed = EtaxSigner.Sign(Samples.Full(), key);
        Gen.Select(Gen.Int[0, signed.Length - 1], Gen.Byte.Array[0, 20], Gen.Int[0, 200]).Sample((index, insert, cut) =>
        {
            byte[] changed = [.. signed[..index], .. insert, .. signed[Math.Min(signed.Length, index + cut)..]];
            var verification = EtaxVerifier.Verify(changed);
            Assert.True(verification.IsValid || verification.Message.Length > 0);
            var reading = EtaxInvoiceReader.Read(changed);
            Assert.True(reading.Invoice is null == reading.Refusal is not null);
        }, iter: 1_000);
    }

    /// <summary>The short way through canonical documents and the platform's XML reader see the same tree, digest the same bytes and sign the same words.</summary>
    [Fact]
    public void Scan_AnyBytesThatItTakes_IsWhatThePlatformsReaderReads()
    {
        using var key = Samples.Key();
        var documents = Samples.All().Select(sample => EtaxSigner.Sign(sample.Invoice, key)).Append(EtaxInvoiceWriter.Write(Samples.Full())).ToArray();
        var (taken, left) = (0, 0);
        void Compare(byte[] xml)
        {
            if (EtaxXmlScanner.Scan(xml) is null)
            {
                Interlocked.Increment(ref left);
                return;
            }
            Interlocked.Increment(ref taken);
            Assert.Equal(ReadBy(EtaxXmlDocument.ParseAnyForm, xml), ReadBy(EtaxXmlDocument.Parse, xml));
        }
        foreach (var document in documents) Compare(document);
        Assert.Equal((documents.Length, 0), (taken, left));
        string[] pieces = ["&amp;", "&#xD;", "&lt;", "&#65;", "가", "\t", "\n", "\r", " ", "x", "]]>", "<!---->", "\uFFFE", "</ID>", "<ID></ID>", "<ID/>", "<ExchangedDocument></ExchangedDocument>"];
        Gen.Select(Gen.Int[0, documents.Length - 1], Gen.Double[0, 1], Gen.Int[0, pieces.Length - 1], Gen.Int[0, 6]).Sample((which, where, piece, cut) =>
        {
            var document = documents[which];
            var index = (int)(where * document.Length);
            Compare([.. document[..index], .. System.Text.Encoding.UTF8.GetBytes(pieces[piece]), .. document[Math.Min(document.Length, index + cut)..]]);
        }, iter: 5_000);
        Assert.True(taken > 200 && left > 1_000, $"{taken} taken, {left} left");
    }

    private static string ReadBy(Func<ReadOnlyMemory<byte>, EtaxXmlDocument> parse, byte[] xml)
    {
        EtaxXmlDocument document;
        try
        {
            document = parse(xml);
        }
        catch (EtaxRefusedException refused)
        {
            return $"{refused.Reason} {refused.Message}";
        }
        var text = new System.Text.StringBuilder();
        Describe(document.Root, text);
        if (document.Signature is { } signature)
        {
            Describe(signature.Root, text);
            text.Append(signature.XPathPrefixNamespace).AppendLine(Convert.ToHexString(signature.SignedInfo));
        }
        return text.AppendLine(Convert.ToHexString(document.DigestInput)).ToString();
    }

    private static void Describe(EtaxXmlElement element, System.Text.StringBuilder text)
    {
        text.Append(element.Name).Append(element.ChildCount).Append(element.IsEmpty).AppendJoin(',', element.AttributesInCanonicalOrder()).AppendLine(element.Text);
        for (var child = element.FirstChild; child is not null; child = child.Next) Describe(child, text);
    }

    [Fact]
    public void TryParse_AnyHundredths_IsTheSameNumber() =>
        Amount.Sample(value => Hundredths.TryParse(new Hundredths(value).ToString(), out var read) && read.Value == value);
}
