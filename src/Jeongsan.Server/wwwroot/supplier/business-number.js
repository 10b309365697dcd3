// Only a comfort: 1234567890 becomes 123-45-67890 while it is typed.
for (const input of document.querySelectorAll("[data-business-number]")) {
  input.addEventListener("input", () => {
    const digits = input.value.replace(/\D/g, "").slice(0, 10);
    input.value = [digits.slice(0, 3), digits.slice(3, 5), digits.slice(5)].filter((part) => part !== "").join("-");
  });
}
