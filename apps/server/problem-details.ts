import type { ErrorCode } from '@rikuy/contracts';

/**
 * What happened and what to do, in Spanish, by the error's code. Errors are raised deep inside and their messages are
 * written in English for whoever operates the platform; a person who reads Spanish gets these instead.
 */
export const spanishDetails: Readonly<Record<ErrorCode, string>> = {
  'invalid-request': 'La solicitud no tiene la forma que se espera; corrija lo indicado y envíela de nuevo.',
  'invalid-record': 'El registro tiene valores que no se aceptan; corrija los campos indicados y envíelo de nuevo.',
  'not-signed-in': 'Inicie sesión, o envíe una clave de API como `Authorization: Bearer …`.',
  'wrong-credentials': 'El usuario o la contraseña no son correctos; revise ambos e inténtelo otra vez.',
  'not-permitted': 'Su rol no tiene el permiso que esto necesita; entre con otro usuario o pídalo a un administrador.',
  'not-found': 'Lo que busca no existe o ya no está; revise el identificador.',
  'unknown-use-case': 'Ese caso de uso no existe aquí; elija uno de los que la plataforma ofrece.',
  'event-conflict':
    'Este identificador ya se usó con otro contenido o para un evento cargado del historial; dé al evento nuevo un identificador propio.',
  'case-conflict': 'Otra persona cambió el caso después de que usted lo abrió; vuelva a abrirlo y repita el cambio.',
  'no-model': 'Todavía no hay un modelo en vigor; entrene uno con `rikuy train`.',
  'quality-failed':
    'Una verificación de calidad falló; corrija los datos y cárguelos de nuevo, o acéptelos a sabiendas con `--accept-quality "motivo"`.',
  'too-large': 'La solicitud pasa del tamaño permitido; divídala en partes.',
  'too-many-requests': 'Hubo demasiados intentos desde esta dirección; espere un minuto e inténtelo otra vez.',
  'unreadable-file': 'El archivo no se puede leer; revise la ruta, el formato y las columnas.',
  'invalid-declaration': 'La definición del caso de uso tiene un error; debe corregirla quien la mantiene.',
  'invalid-configuration': 'La configuración tiene un error; compárela con `.env.example`.',
  'not-reproducible': 'El resultado no salió igual al volver a hacerlo; avise a quien mantiene los modelos.',
  'storage-unavailable':
    'La base de datos no responde; no se decidió nada. Inténtelo de nuevo y, si sigue así, avise a su administrador.',
  'storage-in-use': 'Otro proceso tiene abierta la carpeta de datos; ciérrelo o use otra carpeta con `--data`.',
  'source-unavailable':
    'La fuente no respondió después de varios intentos; lo que llegó antes se conserva. Revise la red y la fuente, y cargue de nuevo: sigue donde quedó.',
  'source-refused':
    'La fuente no dejó leer: revise la dirección, las credenciales y la declaración; lo que llegó antes se conserva.',
  'source-in-use': 'Otro proceso carga esta fuente; espere a que termine, o use `--wait`.',
  'notification-failed': 'Nadie recibió el aviso; revise la dirección y las credenciales del destino.',
  'snapshot-refused':
    'El estado guardado de las variables no corresponde a esta versión o está dañado; se vuelve a calcular desde el historial.',
  'not-ready': 'El servicio está leyendo su historial; inténtelo de nuevo en unos segundos.',
  internal:
    'Algo falló de nuestro lado y quedó registrado. Inténtelo de nuevo y, si sigue así, avise a su administrador.',
};
