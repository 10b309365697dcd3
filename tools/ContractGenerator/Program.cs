using ContractGenerator;

// Writes the first version of the API's contract records. Run by hand; what it wrote is then owned by hand:
//   dotnet run --project tools/ContractGenerator -- REFERENCE.json src/Jeongsan.Server/Api
if (args is not [var reference, var targetFolder])
{
    Console.Error.WriteLine("usage: ContractGenerator REFERENCE.json TARGET-FOLDER");
    return 2;
}

var document = ReferenceDocument.Load(reference);
var capabilities = Capabilities.Assign(document);
var written = ContractFiles.Write(document, capabilities, targetFolder);
Console.WriteLine($"{written.Records} records, {written.Enums} enums, {written.Errors} errors, {written.Unions} error unions in {written.Files} files");
return 0;
