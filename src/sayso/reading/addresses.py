"""Which network addresses a URL may lead to: public ones, checked when connecting and not before."""

import ipaddress
import socket
from collections.abc import Iterable
from typing import Any

import httpcore2

_EMBEDDED = ipaddress.ip_network("64:ff9b::/96")


class PrivateAddressError(Exception):
    """A host that resolves to an address that is not public."""


def is_public(address: str) -> bool:
    """Whether an IP address is on the open internet, and not loopback, private, link-local, shared or reserved.

    An IPv4 address inside an IPv6 one (mapped, 6to4, NAT64) is judged for itself.
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _EMBEDDED:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if ip.is_site_local:
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_loopback or ip.is_unspecified)


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, in the resolver's order, each once.

    Raises OSError if it has none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class GuardedBackend(httpcore2.SyncBackend):
    """Connects to the very addresses it has checked, so that a second DNS answer cannot lead elsewhere."""

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection to the host's first address that answers.

        Raises PrivateAddressError if any of its addresses is not public, httpcore2.ConnectError if none answers.
        """
        try:
            addresses = resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore2.ConnectError(f"no such host: {host}") from error
        inner = [a for a in addresses if not is_public(a)]
        if inner and not self._allow_private:
            raise PrivateAddressError(f"{host} is the inner address {inner[0]}" if host != inner[0] else host)
        failure: Exception = httpcore2.ConnectError(f"no address of {host} answers")
        for address in addresses:
            try:
                return super().connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
        raise failure

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore2.NetworkStream:
        """Refused: a URL names no socket file."""
        raise PrivateAddressError(path)
