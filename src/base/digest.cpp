#include "base/digest.hpp"

#include <fmt/format.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <array>
#include <cstdint>

#include "base/error.hpp"

namespace svodka::base {

namespace {

void require(int result) {
  if (result != 1) throw Error("libcrypto cannot compute SHA-256");
}

// Without openssl.cnf, which is not ours to follow and takes a thousand times as long as a digest.
void begin_once() {
  static const bool done = OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, nullptr) == 1;
  require(done ? 1 : 0);
}

struct Free {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

std::string hexadecimal(const unsigned char* bytes, unsigned size) {
  std::string out;
  for (unsigned i = 0; i < size; ++i) out += fmt::format("{:02x}", bytes[i]);
  return out;
}

}  // namespace

std::string sha256(std::string_view bytes) {
  Sha256 digest;
  digest.update(bytes);
  return digest.finish();
}

struct Sha256::Impl {
  std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};
};

Sha256::Sha256() {
  begin_once();
  impl_ = std::make_unique<Impl>();
  if (!impl_->context) throw Error("libcrypto cannot compute SHA-256");
  require(EVP_DigestInit_ex(impl_->context.get(), EVP_sha256(), nullptr));
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(std::string_view bytes) {
  require(EVP_DigestUpdate(impl_->context.get(), bytes.data(), bytes.size()));
}

void Sha256::add_field(std::string_view field) {
  std::array<char, 8> length{};
  for (std::size_t i = 0; i < length.size(); ++i) {
    length[i] = static_cast<char>(std::uint64_t{field.size()} >> 8 * i & 0xFF);
  }
  update({length.data(), length.size()});
  update(field);
}

std::string Sha256::finish() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
  unsigned size = 0;
  require(EVP_DigestFinal_ex(impl_->context.get(), sum.data(), &size));
  return hexadecimal(sum.data(), size);
}

}  // namespace svodka::base
